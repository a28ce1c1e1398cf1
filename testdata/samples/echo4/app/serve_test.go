package app

import (
	"net/http"
	"testing"
)

// TestStatuses asks as nobody, as the user, as the administrator. A negative
// status is that of a handler that acted all the same.
func TestStatuses(t *testing.T) {
	h := handler()
	for _, e := range []struct {
		method, target      string
		nobody, user, admin int
	}{
		{"GET", "/healthz", 200, 200, 200},
		{"GET", "/readyz/", 200, 200, 200},
		{"GET", "/static/site.css", 200, 200, 200},
		{"GET", "/robots.txt", 200, 200, 200},
		{"POST", "/login", 200, 200, 200},
		{"GET", "/no/such/page", 200, 200, 200},
		{"GET", "/account", 302, 200, 200},
		{"GET", "/account/avatar", 200, 200, 200},
		{"GET", "/account/export", -302, -302, -302},
		{"GET", "/api/v1/books/1", 200, 200, 200},
		{"GET", "/api/v1/books/2", 404, 404, 404},
		{"PATCH", "/api/v1/books/1", 401, 403, 200},
		{"DELETE", "/api/v1/books/1", 200, 200, 200},
		{"POST", "/api/v1/books/1/loans", 401, 200, 200},
		{"DELETE", "/api/v1/books/1/loans/1", 401, 403, 200},
		{"POST", "/api/v1/books/1/loans/1/renew", 401, 403, 200},
		{"POST", "/api/v1/books/1/loans/1/notes", 401, 200, 200},
		{"DELETE", "/api/v1/books/1/loans/1/notes/1", 401, 403, 200},
		{"GET", "/api/v1/shelf", 401, 200, 200},
		{"GET", "/api/v1/shelf/archive", 401, 403, 200},
		{"GET", "/api/v1/shelf/labels", 200, 200, 200},
		{"POST", "/api/v1/shelf/order", 401, 200, 200},
		{"POST", "/api/v1/search", 200, 200, 200},
		{"POST", "/api/v1/reviews", 401, 200, 200},
		{"GET", "/admin/stats", 200, 200, 200},
		{"GET", "/admin/audit", 200, 200, 200},
		{"GET", "/admin/users", 401, 403, 200},
		{"DELETE", "/admin/users/1", 401, 403, 200},
		{"PUT", "/admin/index/x", 401, 403, 200},
		{"GET", "/admin/jobs", 200, 200, 200},
		{"POST", "/admin/jobs", -401, 200, 200},
		{"PUT", "/admin/jobs/1", 200, 200, 200},
		{"DELETE", "/admin/jobs/1", 401, 403, 200},
		{"GET", "/ops/ready", 200, 200, 200},
		{"GET", "/ops/metrics", 401, 200, 200},
		{"POST", "/hooks/payment", 400, 204, 204},
		{"GET", "/preview", 401, 200, 200},
		{"GET", "/internal/version", 401, 200, 200},
		{"GET", "/legacy/version", 200, 200, 200},
		{"GET", "/me", 401, 200, 200},
		{"GET", "/invoices", 401, 403, 200},
		{"GET", "/feed", 200, 200, 200},
		{"GET", "/drafts", -401, 200, 200},
		{"PUT", "/notes", 200, 200, 200},
		{"GET", "http://desk.library.example/counter", 401, 403, 200},
	} {
		for who, want := range map[string]int{"": e.nobody, "user": e.user, "admin": e.admin} {
			if got := answer(h, e.method, e.target, who); got != want {
				t.Errorf("%s %s by %q: %d, want %d", e.method, e.target, who, got, want)
			}
		}
	}
}

// TestLateUse fixes what late middleware reaches: everything if it is echo's
// own, and of a group's what is added to the group afterwards.
func TestLateUse(t *testing.T) {
	h := handler()
	for target, want := range map[string]int{
		"/me":             401, // registered before echo's Use
		"/admin/stats":    200, // registered before the group's Use
		"/admin/users":    401, // registered after it
		"/admin/jobs":     200, // of a group made before its parent's Use
		"/admin/audit":    200, // of another group with the prefix
		"/admin/nowhere":  401, // no route of the group's
		"/account/avatar": 200, // registered before the group's Use
	} {
		if got := answer(h, http.MethodGet, target, ""); got != want {
			t.Errorf("GET %s: %d, want %d", target, got, want)
		}
	}
	if got := answer(h, http.MethodPost, "/admin/stats", ""); got != 401 {
		t.Errorf("POST to a route of GET: %d, want the 401 of the group", got)
	}
}
