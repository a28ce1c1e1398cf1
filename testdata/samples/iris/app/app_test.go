package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	any := map[string]bool{"/me": true, "/you": true}
	routes := []served.Route{{Method: "*", Pattern: "/me"}, {Method: "*", Pattern: "/you"}}
	for _, r := range New().GetRoutes() {
		if pattern := r.Tmpl().Src; !any[pattern] {
			routes = append(routes, served.Route{Method: r.Method, Pattern: pattern})
		}
	}
	served.Check(t, served.Sample{
		Packages: "./samples/iris/...",
		New:      handler,
		Routes:   routes,
		Login: func(r *http.Request, who string) {
			if r.URL.Path == "/basic" {
				r.SetBasicAuth(who, "pass")
				return
			}
			r.Header.Set("Authorization", "Bearer "+who)
		},
	})
}

func handler() http.Handler {
	app := New()
	app.Logger().SetLevel("disable")
	if err := app.Build(); err != nil {
		panic(err)
	}
	return app
}
