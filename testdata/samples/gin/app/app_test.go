package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/served"
)

func init() { gin.SetMode(gin.TestMode) }

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/gin/...",
		New:      handler,
		Routes:   routes(New(Defaults()...)),
		Path:     paths,
		Unknown: map[string]string{
			"GET /reports/daily": "the environment decides whether it is public",
			"GET /orders":        "the request is routed once more, to a path that the handler sets",
		},
		Login: login,
	})
}

// paths are what to ask for where a parameter has to name something.
var paths = map[string]string{
	"/static/*filepath": "/static/site.css",
	"/":                 "/some/page",
}

func handler() http.Handler { return New(Defaults()...) }

// routes are the engine's routes. Nine with one path, for which Any is short,
// are one for any method; what NoRoute serves the engine does not list.
func routes(r *gin.Engine) []served.Route {
	list := []served.Route{{Method: "*", Pattern: "/"}}
	methods := map[string]int{}
	for _, info := range r.Routes() {
		methods[info.Path]++
	}
	for _, info := range r.Routes() {
		method := info.Method
		if methods[info.Path] == 9 {
			method = "*"
		}
		list = append(list, served.Route{Method: method, Pattern: info.Path})
	}
	return list
}

// login adds the credentials that the part of the shop asks for.
func login(r *http.Request, who string) {
	switch {
	case strings.HasPrefix(r.URL.Path, "/ops/metrics"):
		r.SetBasicAuth(who, "pass")
	case strings.HasPrefix(r.URL.Path, "/hooks/"):
		r.Header.Set("X-Hook-Key", "hook-key")
	default:
		r.Header.Set("Authorization", "Bearer "+who)
	}
}

// ask is the status of a request, and whether a handler acted.
func ask(h http.Handler, method, path, who string) (int, bool) {
	req := httptest.NewRequest(method, path, nil)
	if who != "" {
		login(req, who)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	return w.Code, w.Header().Get(served.Acted) != ""
}
