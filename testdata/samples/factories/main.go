// Command factories has a library make its commands, and run the one that is asked for.
package main

import (
	"os"

	"github.com/guardvet/guardvet/testdata/samples/factories/app"
	"github.com/guardvet/guardvet/testdata/samples/factories/host"
)

func main() {
	app.Init()
	c := &host.CLI{Args: os.Args[1:], Commands: app.Commands}
	os.Exit(c.Run())
}
