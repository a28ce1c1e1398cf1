// What a command does depends on its flags, which are made after it.
package main

import (
	"net/http"
	"os"

	"commandflags/cobra"
)

var (
	root   = &cobra.Command{}
	server = &cobra.Command{Run: serve}
	debug  bool
)

func init() {
	server.Flags().BoolVar(&debug, "debug", false, "")
	root.AddCommand(server)
}

func main() { root.Execute(os.Args[1:]) }

func serve(_ *cobra.Command, _ []string) {
	http.HandleFunc("GET /prices", say) // want `^GET /prices: unguarded none$`
	if debug {
		http.HandleFunc("GET /orders", say) // want `^GET /orders: unguarded none if debug$`
	}
	http.ListenAndServe("", nil)
}

func say(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
