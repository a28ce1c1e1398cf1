// Command huma serves the sample application for huma.
package main

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2/humacli"

	"github.com/guardvet/guardvet/testdata/samples/huma/app"
)

// Options are those of the command line.
type Options struct {
	Addr string `default:"localhost:8080"`
}

func main() {
	cli := humacli.New(func(hooks humacli.Hooks, options *Options) {
		hooks.OnStart(func() { http.ListenAndServe(options.Addr, app.New()) })
	})
	cli.Run()
}
