package app

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v5"

	"github.com/guardvet/guardvet/testdata/samples/echo5/auth"
	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	club := New(Defaults()...)
	served.Check(t, served.Sample{
		Packages: "./samples/echo5/...",
		New:      handler,
		Routes:   append(routes("", club.Echo), routes("desk.club.example", club.Desk)...),
		Path:     map[string]string{"/files*": "/files/rules.txt"},
		Login:    login,
	})
}

func handler() http.Handler { return New(Defaults()...).Echo }

// routes are an echo's routes without those that groups add for their
// middleware.
func routes(host string, e *echo.Echo) []served.Route {
	var list []served.Route
	for _, r := range e.Router().Routes() {
		method := r.Method
		switch method {
		case echo.RouteNotFound:
			continue
		case echo.RouteAny:
			method = "*"
		}
		list = append(list, served.Route{Method: method, Host: host, Pattern: r.Path})
	}
	return list
}

func login(r *http.Request, who string) {
	if strings.HasPrefix(r.URL.Path, "/hooks/") {
		r.Header.Set("X-Hook-Key", "hook-key")
		return
	}
	r.Header.Set("Authorization", "Bearer "+who)
}

// answer is the status of a request: negative if the handler acted although the
// request was answered otherwise.
func answer(h http.Handler, method, target, who string) int {
	req := httptest.NewRequest(method, target, nil)
	if who != "" {
		login(req, who)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	if w.Code >= 300 && w.Header().Get(served.Acted) != "" {
		return -w.Code
	}
	return w.Code
}

// TestStatuses asks as nobody, as the user, as the administrator.
func TestStatuses(t *testing.T) {
	h := handler()
	for _, e := range []struct {
		method, target      string
		nobody, user, admin int
	}{
		{"GET", "/healthz", 200, 200, 200},
		{"GET", "/files/rules.txt", 401, 200, 200},
		{"QUERY", "/api/v1/courts", 200, 200, 200},
		{"GET", "/api/v1/courts/1", 200, 200, 200},
		{"GET", "/api/v1/courts/2", 404, 404, 404},
		{"PUT", "/api/v1/courts/1", 401, 403, 200},
		{"DELETE", "/api/v1/courts/1", 200, 200, 200},
		{"POST", "/api/v1/courts/1/bookings", 401, 200, 200},
		{"DELETE", "/api/v1/courts/1/bookings/1", 401, 403, 200},
		{"POST", "/api/v1/reviews", 401, 200, 200},
		{"GET", "/api/v1/invoices", 401, 403, 200},
		{"GET", "/api/v1/drafts", -401, 200, 200},
		{"GET", "/admin/users", 401, 403, 200},
		{"DELETE", "/admin/users/1", 401, 403, 200},
		{"BREW", "/admin/index/x", 401, 403, 200},
		{"POST", "/jobs", -401, 200, 200},
		{"POST", "/hooks/payment", 401, 204, 204},
		{"GET", "http://desk.club.example/counter", 200, 200, 200},
		{"POST", "http://desk.club.example/counter", 401, 200, 200},
	} {
		for who, want := range map[string]int{"": e.nobody, "user": e.user, "admin": e.admin} {
			if got := answer(h, e.method, e.target, who); got != want {
				t.Errorf("%s %s by %q: %d, want %d", e.method, e.target, who, got, want)
			}
		}
	}
}

// TestLateUse fixes what late middleware reaches: everything of the echo it was
// given to, and of a group's what is added to the group afterwards.
func TestLateUse(t *testing.T) {
	h := handler()
	for target, want := range map[string]int{
		"/me":                              401,
		"/admin/stats":                     200,
		"/admin/users":                     401,
		"/admin/nowhere":                   401,
		"http://desk.club.example/counter": 200,
	} {
		if got := answer(h, http.MethodGet, target, ""); got != want {
			t.Errorf("GET %s: %d, want %d", target, got, want)
		}
	}
}

// TestReturnedErrors fixes what echo's error handler makes of errors.
func TestReturnedErrors(t *testing.T) {
	own := &auth.Error{Code: 403}
	for _, e := range []struct {
		err  error
		want int
	}{
		{echo.ErrUnauthorized.Wrap(own), 401},
		{fmt.Errorf("wrapped: %w", echo.ErrForbidden), 403},
		{fmt.Errorf("wrapped: %w", own), 403},
		{errors.New("plain"), 500},
	} {
		r := echo.New()
		r.GET("/", func(*echo.Context) error { return e.err })
		if got := answer(r, http.MethodGet, "/", ""); got != e.want {
			t.Errorf("%v: %d, want %d", e.err, got, e.want)
		}
	}
}
