// Package cmd holds the commands, which its initializer puts together.
package cmd

import (
	"net/http"
	"os"

	"commands/cobra"
)

var root = &cobra.Command{Use: "shop"}

// Execute runs the command line.
func Execute() { root.Execute(os.Args[1:]) }

var server = &cobra.Command{Use: "serve", Run: serve}

func init() { root.AddCommand(server) }

func serve(_ *cobra.Command, _ []string) {
	http.HandleFunc("GET /prices", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) })
	http.ListenAndServe("", nil)
}
