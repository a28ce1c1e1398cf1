package app

import (
	"net/http"
	"strings"
	"testing"

	"github.com/valyala/fasthttp"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	routes := []served.Route{{Method: "*", Pattern: "/"}} // what no route matches
	for method, paths := range Routes().List() {
		for _, p := range paths {
			routes = append(routes, served.Route{Method: method, Pattern: p})
		}
	}
	served.Check(t, served.Sample{
		Packages: "./samples/fasthttp/...",
		New:      handler,
		Routes:   routes,
		Login:    login,
		Path:     map[string]string{"/": "/some/page", "/shelves/{shelf}": "/shelves/top", "/debug/state": "/debug/state?/healthz"},
	})
}

// login gives a token, and the session that one gets for it.
func login(r *http.Request, who string) {
	r.Header.Set("Authorization", "Bearer "+who)
	if strings.HasPrefix(r.URL.Path, "/levels/") && r.URL.Path != "/levels/enter" {
		var c fasthttp.RequestCtx
		c.Request.Header.Set("Authorization", "Bearer "+who)
		enter(&c)
		r.Header.Set("Cookie", string(c.Response.Header.PeekCookie("sessionid")))
	}
}

// handler is the application as a handler of net/http.
func handler() http.Handler {
	h := New()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var c fasthttp.RequestCtx
		c.Request.Header.SetMethod(r.Method)
		c.Request.SetRequestURI(r.URL.RequestURI())
		for name := range r.Header {
			c.Request.Header.Set(name, r.Header.Get(name))
		}
		h(&c)
		if acted := c.Response.Header.Peek(served.Acted); len(acted) > 0 {
			w.Header().Set(served.Acted, string(acted))
		}
		w.WriteHeader(c.Response.StatusCode())
	})
}
