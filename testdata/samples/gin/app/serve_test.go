package app

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/gin-gonic/gin"
)

// An expectation is what nobody, the user and the administrator are answered.
// A negative status is that of a request for which the handler acted although
// it had been answered otherwise.
type expectation struct {
	method, path        string
	nobody, user, admin int
}

func TestStatuses(t *testing.T) {
	h := handler()
	for _, e := range []expectation{
		{"GET", "/healthz", 200, 200, 200},
		{"GET", "/static/site.css", 200, 200, 200},
		{"HEAD", "/robots.txt", 200, 200, 200},
		{"POST", "/login", 200, 200, 200},
		{"GET", "/account", 302, 200, 200},
		{"GET", "/account/avatar", 200, 200, 200},
		{"GET", "/account/export", -302, 200, 200},
		{"GET", "/api/v1/products/1", 200, 200, 200},
		{"PATCH", "/api/v1/products/1", 401, 403, 200},
		{"DELETE", "/api/v1/products/1", 200, 200, 200},
		{"GET", "/api/v1/orders", 401, 200, 200},
		{"PUT", "/api/v1/orders/1", 401, 200, 200},
		{"DELETE", "/api/v1/orders/1", 401, 403, 200},
		{"POST", "/api/v1/orders/1/refund", 401, 403, 200},
		{"DELETE", "/api/v1/orders/1/items/1", 401, 403, 200},
		{"GET", "/api/v1/cart", 401, 200, 200},
		{"GET", "/api/v1/cart/abandoned", 401, 403, 200},
		{"GET", "/api/v1/cart/coupons", 200, 200, 200},
		{"POST", "/api/v1/cart/checkout", 401, 200, 200},
		{"GET", "/api/v1/search", 200, 200, 200},
		{"POST", "/api/v1/reviews", 401, 200, 200},
		{"GET", "/admin/users", 401, 403, 200},
		{"DELETE", "/admin/users/1", 401, 403, 200},
		{"PUT", "/admin/search/x", 401, 403, 200},
		{"POST", "/admin/jobs", -401, 200, 200},
		{"DELETE", "/admin/jobs/1", 401, 403, 200},
		{"GET", "/ops/config", -401, 200, 200},
		{"GET", "/ops/metrics", 401, 200, 200},
		{"POST", "/hooks/payment", 401, 204, 204},
		{"GET", "/reports/weekly", 401, 200, 200},
		{"GET", "/reports/daily", 401, 200, 200},
		{"GET", "/orders", 401, 200, 200},
	} {
		for who, want := range map[string]int{"": e.nobody, "user": e.user, "admin": e.admin} {
			if got := answer(h, e.method, e.path, who); got != want {
				t.Errorf("%s %s by %q: %d, want %d", e.method, e.path, who, got, want)
			}
		}
	}
}

func answer(h http.Handler, method, path, who string) int {
	status, acted := ask(h, method, path, who)
	if acted && status >= 300 {
		return -status
	}
	return status
}

// TestLateUse fixes what late middleware reaches: what is registered after it
// on the group it was given to, groups made after it, and NoRoute.
func TestLateUse(t *testing.T) {
	h := handler()
	for path, want := range map[string]int{
		"/admin/stats":          200, // registered before the group's Use
		"/admin/users":          401, // registered after it
		"/admin/jobs":           200, // of a group made before its parent's Use
		"/me":                   401, // registered after the engine's Use
		"/healthz":              200, // registered before it
		"/beta/recommendations": 200, // registered after it, of a group made before
		"/no/such/page":         401, // NoRoute was set before, and is bound at last
	} {
		if got := answer(h, http.MethodGet, path, ""); got != want {
			t.Errorf("GET %s: %d, want %d", path, got, want)
		}
	}
	if got := answer(h, http.MethodGet, "/no/such/page", "user"); got != 200 {
		t.Errorf("NoRoute for a user: %d, want 200", got)
	}
}

// TestLateAbort fixes that an abort after the handler does not undo it.
func TestLateAbort(t *testing.T) {
	if got := answer(handler(), http.MethodGet, "/me/devices", "user"); got != 200 {
		t.Errorf("GET /me/devices by the user: %d, want 200", got)
	}
	if got := answer(handler(), http.MethodPut, "/me/settings/limits", "user"); got != 403 {
		t.Errorf("PUT /me/settings/limits by the user: %d, want 403", got)
	}
}

// TestIgnoredAbort fixes that aborting does not leave the function.
func TestIgnoredAbort(t *testing.T) {
	if got := answer(handler(), http.MethodGet, "/drafts", ""); got != -401 {
		t.Errorf("GET /drafts: %d, want 401 by a handler that acts", got)
	}
}

// TestMethodNotAllowed fixes that another method's route is no route: NoRoute
// answers, behind the engine's middleware.
func TestMethodNotAllowed(t *testing.T) {
	if got := answer(handler(), http.MethodPut, "/healthz", ""); got != 401 {
		t.Errorf("PUT /healthz: %d, want 401", got)
	}
}

// TestBodyAfterRefusal fixes that gin goes on after an answer without an abort.
func TestBodyAfterRefusal(t *testing.T) {
	r := gin.New()
	r.GET("/", func(c *gin.Context) { c.JSON(http.StatusUnauthorized, "no") }, func(c *gin.Context) { c.JSON(200, "yes") })
	w := httptest.NewRecorder()
	r.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.Code != 401 || w.Body.String() != `"no""yes"` {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
