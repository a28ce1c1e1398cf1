// Command handed leaves the rest to a library: it registers nothing, and serves nothing.
package main

import (
	"github.com/guardvet/guardvet/testdata/samples/handed/app"
	"github.com/guardvet/guardvet/testdata/samples/handed/host"
)

func main() { host.Run(&app.Plugin{}) }
