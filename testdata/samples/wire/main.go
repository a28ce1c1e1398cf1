// Command wire serves the sample application that wire puts together, by a command of
// cobra with a flag.
package main

import (
	"os"

	"github.com/spf13/cobra"

	"github.com/guardvet/guardvet/testdata/samples/wire/app"
)

var root = &cobra.Command{Use: "shop"}

var server = &cobra.Command{
	Use: "serve",
	RunE: func(*cobra.Command, []string) error {
		srv, cleanup, err := app.NewServer(addr)
		if err != nil {
			return err
		}
		defer cleanup()
		return srv.ListenAndServe()
	},
}

var addr string

func init() {
	server.Flags().StringVar(&addr, "addr", "localhost:8080", "")
	root.AddCommand(server)
}

func main() {
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}
