package app

import (
	"net/http"
	"testing"

	"github.com/gofiber/fiber/v3/middleware/adaptor"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/fiber3/...",
		New:      handler,
		Routes:   routes(),
		Path:     map[string]string{"/static/*": "/static/site.css", "/api/orders/:id/parcel": "/api/orders/1/parcel"},
		Login:    served.Login,
	})
}

func handler() http.Handler { return adaptor.FiberApp(New()) }

// routes are the application's routes. One for all methods is one; HEAD goes
// without saying where there is GET.
func routes() []served.Route {
	app := New()
	app.Handler()                                                 // puts the routes of mounted applications in their place
	methods := map[string][]string{"/static/*": {http.MethodGet}} // which counts as middleware
	for _, r := range app.GetRoutes(true) {
		methods[r.Path] = append(methods[r.Path], r.Method)
	}
	var list []served.Route
	for path, of := range methods {
		all := len(of) == 9
		if all {
			of = []string{"*"}
		}
		for _, m := range of {
			if m != http.MethodHead {
				list = append(list, served.Route{Method: m, Pattern: path})
			}
		}
	}
	return list
}
