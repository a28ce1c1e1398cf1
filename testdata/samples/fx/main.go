// Command fx serves the sample application that fx puts together.
package main

import (
	"go.uber.org/fx"

	"github.com/guardvet/guardvet/testdata/samples/fx/app"
)

func main() { fx.New(app.Options()).Run() }
