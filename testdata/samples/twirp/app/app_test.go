package app

import (
	"net/http"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/samples/twirp/shop"
	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for prefix, methods := range map[string]string{
		shop.CatalogPathPrefix: "List Search", shop.OrdersPathPrefix: "Get Cancel Export export", shop.AdminPathPrefix: "Delete Stats", shop.HooksPathPrefix: "Paid",
	} {
		for _, m := range strings.Fields(methods) {
			routes = append(routes, served.Route{Method: "POST", Pattern: prefix + m})
		}
	}
	served.Check(t, served.Sample{Packages: "./samples/twirp/...", New: handler, Routes: routes, Login: login})
}

// handler is the application; what its clients send is an empty message.
func handler() http.Handler {
	h := New()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Set("Content-Type", "application/protobuf")
		h.ServeHTTP(w, r)
	})
}

func login(r *http.Request, who string) {
	r.Header.Set("Authorization", "Bearer "+who)
	r.Header.Set("X-Api-Key", "hook-key")
}
