package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/ops"
	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/nethttp/...",
		New:      handler,
		Routes:   routes(t),
		Path:     paths,
		Unknown:  map[string]string{"GET /preview": "the environment decides whether it is public", "GET /tours": "the environment decides whether guests are refused"},
		Login:    login,
	})
}

// http.DefaultServeMux is one for all tests, and panics if asked twice.
func init() { ops.Register() }

// handler is both servers as one: their paths have nothing in common.
func handler() http.Handler {
	h := New(Defaults()...)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/ops/") || strings.HasPrefix(r.URL.Path, "/debug/") {
			http.DefaultServeMux.ServeHTTP(w, r)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// paths are what to ask for where a parameter has to name something, and what
// gets to a pattern that others are longer than.
var paths = map[string]string{
	"/static/": "/static/site.css",
	"/{$}":     "/",
	"/":        "/some/page",
	"/api/v1/items/{id}/stock/{bin}/moves/{$}": "/api/v1/items/1/stock/1/moves/",
}

const operatorsHost = "ops.warehouse.example"

// routes are the routes by hand: a ServeMux does not tell.
func routes(t *testing.T) []served.Route {
	var list []served.Route
	for _, e := range known {
		method, rest, ok := strings.Cut(e.pattern, " ")
		i := strings.IndexByte(rest, '/')
		if !ok || i < 0 {
			t.Fatalf("%q: want a method and a path", e.pattern)
		}
		list = append(list, served.Route{Method: method, Host: rest[:i], Pattern: rest[i:]})
	}
	return list
}

// login adds the credentials that the host asks for.
func login(r *http.Request, who string) {
	if r.Host == operatorsHost {
		r.SetBasicAuth(who, "pass")
		return
	}
	r.Header.Set("Authorization", "Bearer "+who)
}

// answer is the status of a request: negative if the handler acted although the
// request was answered otherwise.
func answer(h http.Handler, method, url, who string) int {
	req := httptest.NewRequest(method, url, nil)
	if who != "" {
		login(req, who)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	if w.Code >= 300 && w.Header().Get(served.Acted) != "" {
		return -w.Code
	}
	return w.Code
}
