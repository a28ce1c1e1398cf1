package app

import (
	"net/http"
	"testing"

	"github.com/go-chi/chi/v5"

	"github.com/guardvet/guardvet/testdata/samples/chi/auth"
)

// TestStatuses asks as nobody, as the user, as the administrator. A negative
// status is that of a handler that acted all the same.
func TestStatuses(t *testing.T) {
	h := handler()
	for _, e := range []struct {
		method, path        string
		nobody, user, admin int
	}{
		{"GET", "/healthz", 200, 200, 200},
		{"GET", "/ping", 200, 200, 200},
		{"POST", "/login", 200, 200, 200},
		{"GET", "/static/site.css", 200, 200, 200},
		{"GET", "/robots.txt", 200, 200, 200},
		{"GET", "/no/such/page", 200, 200, 200},
		{"GET", "/account/", 302, 200, 200},
		{"POST", "/account/name", 302, 200, 200},
		{"GET", "/export", -302, 200, 200},
		{"GET", "/api/v1/projects", 200, 200, 200},
		{"GET", "/api/v1/projects/1/", 200, 200, 200},
		{"GET", "/api/v1/projects/2/", 404, 404, 404},
		{"PATCH", "/api/v1/projects/1/", 401, 403, 200},
		{"DELETE", "/api/v1/projects/1/", 200, 200, 200},
		{"POST", "/api/v1/projects/1/issues/", 401, 200, 200},
		{"GET", "/api/v1/projects/1/issues/1/", 401, 200, 200},
		{"DELETE", "/api/v1/projects/1/issues/1/", 401, 403, 200},
		{"POST", "/api/v1/projects/1/issues/1/close", 401, 403, 200},
		{"POST", "/api/v1/projects/1/issues/1/comments/", 401, 200, 200},
		{"DELETE", "/api/v1/projects/1/issues/1/comments/1", 401, 403, 200},
		{"GET", "/api/v1/board/", 401, 200, 200},
		{"GET", "/api/v1/board/archive", 401, 403, 200},
		{"GET", "/api/v1/board/labels", 200, 200, 200},
		{"POST", "/api/v1/board/order", 401, 200, 200},
		{"GET", "/api/v1/search", 200, 200, 200},
		{"POST", "/api/v1/votes", 401, 200, 200},
		{"GET", "/admin/stats", 200, 200, 200},
		{"GET", "/admin/users", 401, 403, 200},
		{"DELETE", "/admin/users/1", 401, 403, 200},
		{"PUT", "/admin/index/x", 401, 403, 200},
		{"GET", "/admin/reports/daily", 401, 403, 200},
		{"POST", "/admin/jobs", -401, 200, 200},
		{"DELETE", "/admin/jobs/1", 401, 403, 200},
		{"GET", "/ops/metrics", 401, 200, 200},
		{"POST", "/hooks/payment", 401, 204, 204},
		{"GET", "/legacy/tickets/1", 401, 200, 200},
		{"GET", "/me", 401, 200, 200},
		{"GET", "/me/devices", 401, 200, 200},
		{"GET", "/invoices", 401, 403, 200},
		{"GET", "/drafts", -401, 200, 200},
		{"GET", "/preview", 401, 200, 200},
	} {
		for who, want := range map[string]int{"": e.nobody, "user": e.user, "admin": e.admin} {
			if got := answer(h, e.method, e.path, who); got != want {
				t.Errorf("%s %s by %q: %d, want %d", e.method, e.path, who, got, want)
			}
		}
	}
}

// TestLateUse fixes what late middleware reaches: nothing of an inline router
// that was made before, everything of a mounted one.
func TestLateUse(t *testing.T) {
	h := handler()
	for path, want := range map[string]int{
		"/admin/jobs":          200, // of an inline router made before its parent's Use
		"/admin/users":         401, // registered after it
		"/admin/reports/daily": 401, // registered after the mount
		"/admin/stats":         200, // after a With whose result is dropped
		"/feed":                200, // registered behind a guard, and again without
	} {
		if got := answer(h, http.MethodGet, path, ""); got != want {
			t.Errorf("GET %s: %d, want %d", path, got, want)
		}
	}
}

// TestUseAfterRoute fixes where chi refuses Use, and that it does not where an
// inline router has already been copied.
func TestUseAfterRoute(t *testing.T) {
	use := func(r chi.Router) { r.Use(auth.RequireUser) }
	for name, tt := range map[string]struct {
		register func(r *chi.Mux)
		want     bool
	}{
		"route":            {func(r *chi.Mux) { r.Get("/", me); use(r) }, true},
		"with":             {func(r *chi.Mux) { r.With(); use(r) }, true},
		"mount":            {func(r *chi.Mux) { r.Mount("/x", chi.NewRouter()); use(r) }, true},
		"route of a group": {func(r *chi.Mux) { r.Group(func(r chi.Router) { r.Get("/", me); use(r) }) }, true},
		"with of a group":  {func(r *chi.Mux) { r.Group(func(r chi.Router) { r.With(); use(r) }) }, false},
		"not found":        {func(r *chi.Mux) { r.NotFound(me); use(r) }, false},
		"mounted":          {func(r *chi.Mux) { chi.NewRouter().Mount("/x", r); use(r) }, false},
	} {
		if got := panics(func() { tt.register(chi.NewRouter()) }); got != tt.want {
			t.Errorf("%s, then Use: panics %v, want %v", name, got, tt.want)
		}
	}
}

func panics(f func()) (did bool) {
	defer func() { did = recover() != nil }()
	f()
	return false
}

// TestNotFoundOfGroup fixes that a group's NotFound is its mux's, behind the
// middleware of the group, which other requests do not pass.
func TestNotFoundOfGroup(t *testing.T) {
	r := chi.NewRouter()
	r.Get("/me", devices)
	r.Group(func(r chi.Router) {
		r.Use(auth.RequireUser)
		r.NotFound(devices)
	})
	for path, want := range map[string]int{"/me": 200, "/other": 401} {
		if got := answer(r, http.MethodGet, path, ""); got != want {
			t.Errorf("GET %s: %d, want %d", path, got, want)
		}
	}
}
