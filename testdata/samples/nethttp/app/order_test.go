package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/auth"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/rest"
)

// TestLateUse fixes what late middleware reaches: a mux that was wrapped before
// it had routes is wrapped, a router that wraps what is registered looks at what
// it has then, and one that wraps for each request has what was added last.
func TestLateUse(t *testing.T) {
	early := http.NewServeMux()
	wrapped := auth.RequireUser(early)
	early.HandleFunc("GET /x", drafts)
	router := rest.NewRouter("")
	router.Get("/before", drafts)
	group := router.Group("/group")
	router.Use(auth.RequireUser)
	router.Get("/after", drafts)
	group.Get("", drafts)
	stack := &rest.Stack{}
	stack.HandleFunc("GET /x", drafts)
	stack.Use(auth.RequireUser)
	for _, e := range []struct {
		name, path string
		h          http.Handler
		want       int
	}{
		{"mux wrapped before", "/x", wrapped, 401},
		{"the mux itself", "/x", early, -401},
		{"router before Use", "/before", router, -401},
		{"router after Use", "/after", router, 401},
		{"group made before Use", "/group", router, -401},
		{"stack before Use", "/x", stack, 401},
	} {
		if got := answer(e.h, http.MethodGet, e.path, ""); got != e.want {
			t.Errorf("%s: %d, want %d", e.name, got, e.want)
		}
	}
}

// TestPatterns fixes that the most specific pattern wins, whatever the order and
// whatever is wrapped around the others.
func TestPatterns(t *testing.T) {
	h := handler()
	for _, e := range []struct {
		method, url string
		want        int
	}{
		{"GET", "/admin/reports/daily/latest", 200},
		{"GET", "/admin/reports/daily/monday", 401},
		{"HEAD", "/admin/reports/daily/latest", 200}, // GET is for HEAD too
		{"POST", "/admin/reports/daily/latest", 405}, // by the inner mux, which has GET only
		{"GET", "/admin", 307},                       // to /admin/, unguarded
		{"POST", "/api/v1/orders", 401},
		{"DELETE", "/api/v1/orders", 200}, // goes to what has no method
		{"GET", "http://ops.warehouse.example/metrics", 401},
		{"GET", "http://ops.warehouse.example/queue", 200},
		{"GET", "/metrics", 200},                             // of no host: the page
		{"GET", "http://ops.warehouse.example/healthz", 401}, // of the host: the realm
		{"GET", "/docs/internal/x", 401},                     // the middleware sees /internal/x
		{"GET", "/docs/public/x", 200},
		{"GET", "/api/v1/items/1/stock/A1/moves", 401},            // redirected behind the guard
		{"POST", "/api/v1/bins", 401},                             // of a handler for all methods
		{"POST", "/badge", 401},                                   // of a middleware for some
		{"GET", "/api/v1/orders/labels", 200},                     // more specific than {id}
		{"GET", "/debug/vars", 200}, {"POST", "/debug/vars", 405}, // registered by an import
	} {
		if got := answer(h, e.method, e.url, ""); got != e.want {
			t.Errorf("%s %s: %d, want %d", e.method, e.url, got, e.want)
		}
	}
}
