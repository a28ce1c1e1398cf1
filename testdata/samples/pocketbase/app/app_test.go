package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestVerdicts lists the routes by hand: the router has no way to tell them.
func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/pocketbase/...",
		New: func() http.Handler {
			mux, err := New().BuildMux()
			if err != nil {
				panic(err)
			}
			return mux
		},
		Routes: []served.Route{
			{Method: "GET", Pattern: "/healthz"}, {Method: "GET", Pattern: "/me"}, {Method: "PUT", Pattern: "/me/address"},
			{Method: "GET", Pattern: "/api/products/{id}"}, {Method: "POST", Pattern: "/api/products"}, {Method: "GET", Pattern: "/api/drafts"},
			{Method: "GET", Pattern: "/api/written"}, {Method: "GET", Pattern: "/api/silent"}, {Method: "*", Pattern: "/api/files/"},
			{Method: "GET", Pattern: "/orders/{id}"}, {Method: "GET", Pattern: "/orders/open"}, {Method: "GET", Pattern: "/orders/later/x"},
			{Method: "DELETE", Pattern: "/orders/{id}"}, {Method: "GET", Pattern: "/orders/weak"}, {Method: "GET", Pattern: "/admin/users"},
			{Method: "GET", Pattern: "/admin/first"}, {Method: "GET", Pattern: "/gone/before"}, {Method: "GET", Pattern: "/gone/after"},
		},
	})
}
