package app

import (
	"net/http"
	"strings"
	"testing"

	"goyave.dev/goyave/v5"

	"github.com/guardvet/guardvet/testdata/served"
)

// The stub in testdata/stubs serves; goyave v5.12.1 itself, when it stood in the stub's place,
// agreed to all of this.
func TestVerdicts(t *testing.T) {
	all, open := New().Router(), Open().Router()
	served.Check(t, served.Sample{
		Packages: "./samples/goyave/...",
		New: func() http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if strings.HasPrefix(r.URL.Path, "/open/") {
					open.ServeHTTP(w, r)
					return
				}
				all.ServeHTTP(w, r)
			})
		},
		Routes: append(routes(all), routes(open)...),
		Path:   map[string]string{"/open/files{resource:.*}": "/open/files/app.go"},
	})
}

// routes are those of a router and of what is below it, without what is for HEAD and OPTIONS
// because another method is there.
func routes(r *goyave.Router) (list []served.Route) {
	for _, sub := range r.GetSubrouters() {
		list = append(list, routes(sub)...)
	}
	for _, route := range r.GetRoutes() {
		for _, method := range route.GetMethods() {
			if method != http.MethodHead && method != http.MethodOptions {
				list = append(list, served.Route{Method: method, Pattern: route.GetFullURI()})
			}
		}
	}
	return list
}
