// The routes are those of an action that is left in a field of what a library of commands
// has made.
package main

import (
	"net/http"
	"os"

	"commands_assigned/cli"
)

func main() {
	app := cli.NewApp()
	app.Name = "shop"
	app.Action = serve
	app.Commands = []*cli.Command{{Name: "stock", Action: stock}}
	if err := app.Run(os.Args); err != nil {
		os.Exit(1)
	}
}

func serve(c *cli.Context) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /prices", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(c.Name)) }) // want `^GET /prices: unguarded none$`
	return http.ListenAndServe("", mux)
}

func stock(*cli.Context) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /stock", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }) // want `^GET /stock: unguarded none$`
	return http.ListenAndServe("", mux)
}
