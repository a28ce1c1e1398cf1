// The routes are those of a command that another package keeps in a variable; main gives it to
// a library of commands.
package main // want `^GET /prices: unguarded none$`

import (
	"os"

	"commands_assigned/cli"
	"commands_variable/cmd"
)

func main() {
	app := cli.NewApp()
	app.Commands = []*cli.Command{&cmd.Serve}
	if err := app.Run(os.Args); err != nil {
		os.Exit(1)
	}
}
