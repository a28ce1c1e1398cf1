package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for _, r := range []string{
		"GET /v1/items", "POST /v1/items:search", "GET /v1/orders/{id}", "DELETE /v1/orders/{id}", "PUT " + archive,
		"GET /v1/admin", "DELETE /v1/admin/{id=**}", "GET /v1/version", "GET /v1/reports/{name}",
		"GET /staff/v1/orders/{id}", "DELETE /staff/v1/orders/{id}", "PUT /staff" + archive,
		"POST /shop.v1.Admin/Delete", "POST /shop.v1.Admin/Stats", "POST /shop.v1.Admin/Audit",
	} {
		method, pattern, _ := strings.Cut(r, " ")
		routes = append(routes, served.Route{Method: method, Pattern: pattern})
	}
	handler, server := New()
	defer server.Stop()
	calls := served.GRPC(server, func(string) []byte { return nil })
	both := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/shop.v1.") {
			calls.ServeHTTP(w, r)
			return
		}
		handler.ServeHTTP(w, r)
	})
	const sent = "the gRPC server decides"
	served.Check(t, served.Sample{
		Packages: "./samples/gateway/...", New: func() http.Handler { return both }, Routes: routes,
		Path: map[string]string{
			"/v1/items:search": "/v1/items:search", archive: "/v1/orders/1/archive/boxes/1", "/staff" + archive: "/staff/v1/orders/1/archive/boxes/1",
		},
		Unknown: map[string]string{"GET /v1/admin": sent, "DELETE /v1/admin/{id=**}": sent},
	})
}

const archive = "/v1/orders/{id}/archive/{token=boxes/*}"

// TestInterceptor requires that the interceptor of the gRPC server is passed by what the
// gateway sends there, and not by what it calls itself; and that one which returns nothing,
// and no error, is answered as if all were well.
func TestInterceptor(t *testing.T) {
	handler, server := New()
	defer server.Stop()
	for _, c := range []struct {
		method, path string
		want         int
	}{{"DELETE", "/v1/admin/1", 401}, {"GET", "/v1/orders/1", 200}, {"GET", "/v1/admin", 200}} {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(c.method, c.path, nil))
		if w.Code != c.want || w.Header().Get("Grpc-Metadata-X-Acted") != "" {
			t.Errorf("%s %s: %d, want %d, by a handler that did not act: %v", c.method, c.path, w.Code, c.want, w.Header())
		}
	}
}
