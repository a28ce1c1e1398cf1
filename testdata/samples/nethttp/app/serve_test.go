package app

import (
	"net/http"
	"strings"
	"testing"
)

// known are the routes with what they answer to nobody, to the user and to the
// administrator. A negative status is that of a handler that acted all the same.
var known = []struct {
	pattern             string
	nobody, user, admin int
}{
	{"* /static/", 200, 200, 200},
	{"GET /healthz", 200, 200, 200},
	{"GET /login", 200, 200, 200},
	{"POST /login", 200, 200, 200},
	{"GET /{$}", 200, 200, 200},
	{"* /", 200, 200, 200},
	{"GET /account/name", 303, 200, 200},
	{"GET /docs/public/{page}", 200, 200, 200},
	{"GET /docs/internal/{page}", 401, 200, 200},
	{"POST /api/v1/items", 401, 200, 200},
	{"PUT /api/v1/items/{id}", 401, 403, 200},
	{"DELETE /api/v1/items/{id}", 200, 200, 200},
	{"GET /api/v1/items/{id}/stock/{bin}", 401, 200, 200},
	{"PUT /api/v1/items/{id}/stock/{bin}", 401, 403, 200},
	{"GET /api/v1/items/{id}/stock/{bin}/moves/{$}", 401, 403, 200},
	{"POST /api/v1/orders", 401, 200, 200},
	{"* /api/v1/orders", 200, 200, 200},
	{"GET /api/v1/orders/{id}", 401, 200, 200},
	{"POST /api/v1/orders/{id}/ship", 401, 403, 200},
	{"GET /api/v1/orders/labels", 200, 200, 200},
	{"GET /api/v1/bins", 200, 200, 200},
	{"POST /api/v1/bins", 401, 200, 200},
	{"POST /api/v1/search", 200, 200, 200},
	{"POST /api/v1/quotes", 401, 200, 200},
	{"GET /admin/stats", 200, 200, 200},
	{"GET /admin/users", 401, 403, 200},
	{"DELETE /admin/users/{id}", 401, 403, 200},
	{"GET /admin/reports/daily/{day}", 401, 403, 200},
	{"GET /admin/reports/daily/latest", 200, 200, 200},
	{"GET /admin/index/{path...}", 401, 403, 200},
	{"GET /admin/jobs", 200, 200, 200},
	{"POST /admin/jobs", -401, 200, 200},
	{"DELETE /admin/jobs/{id}", 401, 403, 200},
	{"GET ops.warehouse.example/metrics", 401, 200, 200},
	{"POST ops.warehouse.example/drain", 401, 403, 200},
	{"GET ops.warehouse.example/queue", 200, 200, 200},
	{"GET /me", 401, 200, 200},
	{"* /badge", 200, 200, 200},
	{"POST /badge", 401, 200, 200},
	{"PUT /badge", 401, 200, 200},
	{"GET /drafts", -401, 200, 200},
	{"GET /signs", 200, 200, 200},
	{"GET /keys", 401, 200, 200},
	{"GET /labels/{name}", 200, 200, 200},
	{"GET /preview", 401, 200, 200},
	{"GET /tours", 200, 200, 200},
	{"GET /partners/catalog", 401, 200, 200},
	{"POST /partners/orders", 401, 403, 200},
	{"GET /ops/ready", 200, 200, 200},
	{"POST /ops/stop", 401, 403, 200},
	{"GET /debug/vars", 200, 200, 200},
}

func TestStatuses(t *testing.T) {
	h := handler()
	for _, e := range known {
		method, url := request(e.pattern)
		for who, want := range map[string]int{"": e.nobody, "user": e.user, "admin": e.admin} {
			if got := answer(h, method, url, who); got != want {
				t.Errorf("%s by %q: %d, want %d", e.pattern, who, got, want)
			}
		}
	}
}

var values = strings.NewReplacer("{$}", "", "{id}", "1", "{bin}", "A1", "{day}", "monday",
	"{name}", "fragile", "{page}", "index", "{path...}", "a/b")

// request is what gets to a pattern.
func request(pattern string) (method, url string) {
	method, url, _ = strings.Cut(pattern, " ")
	if method == "*" {
		method = http.MethodGet
	}
	switch {
	case url == "/" || url == "/static/":
		url = paths[url]
	case url[0] != '/':
		url = "http://" + url
	}
	return method, values.Replace(url)
}
