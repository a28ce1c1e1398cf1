package app

import "testing"

// TestStatuses asks as nobody, as the user, as the administrator. A negative
// status is that of a handler that acted all the same.
func TestStatuses(t *testing.T) {
	h := handler()
	for _, e := range []struct {
		method, target      string
		nobody, user, admin int
	}{
		{"HEAD", "/healthz", 200, 200, 200},
		{"POST", "/healthz", 405, 405, 405},
		{"GET", "/login", 200, 200, 200},
		{"GET", "/static/site.css", 200, 200, 200},
		{"GET", "/no/such/page", -404, -404, -404},
		{"GET", "/account", 302, 200, 200},
		{"POST", "/account/name", 302, 200, 200},
		{"GET", "/reader/shelf", 401, 200, 200},
		{"GET", "/reader/any/page", 200, 200, 200},
		{"GET", "status.library.example/", 200, 200, 200},
		{"GET", "east.library.example/hours", 200, 200, 200},
		{"PUT", "east.library.example/hours", 401, 200, 200},
		{"GET", "/api/v1/books", 200, 200, 200},
		{"GET", "/api/v1/books/1", 200, 200, 200},
		{"POST", "/api/v1/books", 401, 403, 200},
		{"PUT", "/api/v1/books/1", 200, 200, 200},
		{"PATCH", "/api/v1/books/1", 200, 200, 200},
		{"GET", "/api/v1/loans", 401, 200, 200},
		{"POST", "/api/v1/loans", 401, 200, 200},
		{"GET", "/api/v1/loans/overdue", 200, 200, 200},
		{"GET", "/api/v1/loans/1", 401, 200, 200},
		{"DELETE", "/api/v1/loans/1", 401, 403, 200},
		{"POST", "/api/v1/loans/1/renew", 401, 200, 200},
		{"DELETE", "/api/v1/loans/1/fines/1", 401, 403, 200},
		{"GET", "/api/v1/search", 200, 200, 200},
		{"POST", "/api/v1/holds", 401, 200, 200},
		{"GET", "/api/v1/reviews", 200, 200, 200},
		{"POST", "/api/v1/reviews", 401, 200, 200},
		{"GET", "/api/v1/reviews/mine", 401, 200, 200},
		{"DELETE", "/api/v1/reviews/1", 401, 403, 200},
		{"GET", "/desk/stats", 200, 200, 200},
		{"GET", "/desk/members", 401, 403, 200},
		{"POST", "/desk/members/1/block", 401, 403, 200},
		{"DELETE", "/desk/members/1", 401, 403, 200},
		{"GET", "/desk/reports/daily", 401, 403, 200},
		{"GET", "/stock", 200, 200, 200},
		{"DELETE", "/stock/1", 401, 403, 200},
		{"POST", "/printers/1/print", -401, 200, 200},
		{"GET", "/ops/metrics", 401, 200, 200},
		{"POST", "/hooks/payment", 401, 204, 204},
		{"GET", "/legacy/cards/1", 401, 200, 200},
		{"GET", "/partner/stock", 200, 200, 200},
		{"GET", "/internal/jobs", 401, 403, 200},
		{"GET", "/me", 401, 200, 200},
		{"GET", "/feed?format=rss", 401, 200, 200},
		{"GET", "/feed?format=pdf", -404, -404, -404},
		{"GET", "/drafts", -401, 200, 200},
		{"GET", "/notes", 200, 200, 200},
		{"POST", "/notes", 401, 200, 200},
		{"GET", "/notes/board", 200, 200, 200},
		{"DELETE", "/notes/board", 401, 200, 200},
		{"GET", "/mobile/config", 200, 200, 200},
		{"GET", "/mobile/inbox", 401, 200, 200},
	} {
		for who, want := range map[string]int{"": e.nobody, "user": e.user, "admin": e.admin} {
			if got := answer(h, e.method, e.target, who); got != want {
				t.Errorf("%s %s by %q: %d, want %d", e.method, e.target, who, got, want)
			}
		}
	}
}
