// Command plugin leaves the rest to a library, and has no router.
package main

import (
	"github.com/guardvet/guardvet/testdata/samples/handed/host"
	"github.com/guardvet/guardvet/testdata/samples/plugin/app"
)

func main() { host.Run(&app.Plugin{}) }
