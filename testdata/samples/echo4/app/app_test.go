package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/echo4/...",
		New:      handler,
		Routes:   routes(New(Defaults()...)),
		Path:     paths,
		Unknown: map[string]string{
			"GET /preview": "the environment decides whether it is public",
			"* /*":         "what no route matches lies in part behind a guard of a path",
		},
		Login: login,
	})
}

// paths are what to ask for where a parameter has to name something.
var paths = map[string]string{
	"/static*": "/static/site.css",
	"/*":       "/some/page",
}

func handler() http.Handler { return New(Defaults()...) }

// routes are the routes of all of echo's routers. Eleven with one path, for
// which Any is short, are one for any method, and so is what RouteNotFound
// serves; the ones that groups add for their middleware have no handler of ours.
func routes(e *echo.Echo) []served.Route {
	list := routesOf("", e.Routes())
	for host, router := range e.Routers() {
		list = append(list, routesOf(host, router.Routes())...)
	}
	return list
}

func routesOf(host string, all []*echo.Route) []served.Route {
	var list []served.Route
	methods := map[string]int{}
	for _, r := range all {
		if r.Method != echo.RouteNotFound {
			methods[r.Path]++
		}
	}
	for _, r := range all {
		method := r.Method
		switch {
		case method == echo.RouteNotFound && strings.HasPrefix(r.Name, "github.com/labstack/echo/"):
			continue
		case method == echo.RouteNotFound, methods[r.Path] == 11:
			method = "*"
		}
		list = append(list, served.Route{Method: method, Host: host, Pattern: r.Path})
	}
	return list
}

// login adds the credentials that the part of the library asks for.
func login(r *http.Request, who string) {
	switch {
	case strings.HasPrefix(r.URL.Path, "/ops/"):
		r.SetBasicAuth(who, "pass")
	case strings.HasPrefix(r.URL.Path, "/hooks/"):
		r.Header.Set("X-Hook-Key", "hook-key")
	case strings.HasPrefix(r.URL.Path, "/account"):
		r.AddCookie(&http.Cookie{Name: "session", Value: who})
	default:
		r.Header.Set("Authorization", "Bearer "+who)
	}
}

// answer is the status of a request: negative if the handler acted although the
// request was answered otherwise.
func answer(h http.Handler, method, target, who string) int {
	req := httptest.NewRequest(method, target, nil)
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
