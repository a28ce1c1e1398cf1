package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestFindings requires a finding of the rule on every line that says so, and no others.
func TestFindings(t *testing.T) {
	served.CheckFindings(t, "./samples/rulecases/...", "app", "lookup", "signer")
}

// TestRequests shows by requests what is a mistake and what is not: of nobody, of a user, of
// an administrator. A status is negative if the handler has acted all the same.
func TestRequests(t *testing.T) {
	h := New()
	for _, test := range []struct {
		routes              string
		nobody, user, admin int
	}{
		{"POST /continues/role", 401, -403, 200},
		{"PATCH /continues/saved?price=1", 401, -403, 200},
		{"POST /continues/logged", 401, 200, 200},
		{"POST /continues/told POST /continues/several", -401, 200, 200},
		{"POST /continues/checked", -401, -403, 200},
		{"POST /continues/tells", 401, 200, 200},
		{"POST /continues/wrong POST /continues/heeded", 401, 200, 200}, // see TestContinuesWrong
		{"POST /continues/else", 401, 403, 200},
		{"POST /continues/chi/told POST /continues/gin/handler POST /continues/echo/handler POST /continues/gorilla/told", -401, 200, 200},
		{"POST /continues/chi/stopped POST /continues/echo/returned", 401, 200, 200},
		{"POST /continues/gin/sent", -302, 200, 200},
		{"POST /continues/gin/turned", 302, 200, 200},
		{"POST /continues/gin/left/role", 401, 200, 200},
		{"POST /continues/gin/left/stopped POST /continues/gin/left/after POST /continues/gin/left/form", 401, 200, 200},
		{"GET /fails/blocked GET /fails/gin/empty GET /fails/echo/optional GET /fails/echo/skipped GET /fails/chi/sent GET /fails/gorilla/cookie", 200, 200, 200},
		{"POST /fails/loaded", 200, 200, 200},
		{"POST /fails/kind", 200, 200, 200},
		{"POST /fails/kinds", 401, 200, 200},
		{"GET /fails/known GET /fails/gin/checked GET /fails/chi/both POST /fails/ways", 401, 200, 200},
		{"GET /fails/echo/keyed", 400, 200, 200},
		{"DELETE /late/books POST /late/gin/order PUT /late/echo/books POST /late/chi/append POST /late/gorilla/count", -401, 200, 200},
		{"DELETE /late/early POST /late/looked POST /late/gin/early PUT /late/echo/guarded", 401, 200, 200},
		{"POST /late/read", 401, 200, 200},
		{"GET /missing/hidden/books", 404, 200, 200},
		{"POST /missing/hidden/books", 404, 200, 200},
		{"POST /missing/chi/clusters", 403, 403, 403},
		{"POST /missing/chi/quota", 200, 200, 200},
		{"POST /late/behind DELETE /wrong/echo/role/x", 401, -403, 200},
		{"DELETE /wrong/echo/asked/x", 401, 403, 200},
		{"GET /missing/gin/open/books POST /missing/late/first GET /missing/echo/books/all GET /missing/chi/all DELETE /missing/chi/old POST /public/rest/login POST /public/rest/sent GET /public/rest/said", 200, 200, 200},
		{"GET /missing/gin/books GET /missing/gin/kept POST /missing/late/second GET /missing/echo/books/mine GET /public/rest/mine", 401, 200, 200},
		{"GET /missing/gorilla/before GET /missing/gorilla/after GET /missing/chi/mine DELETE /missing/chi/mine GET /missing/chi/too", 401, 200, 200},
		{"GET /missing/alice/open GET /missing/bare/missing/inner/a GET /missing/bare/missing/inner/b GET /missing/again", 200, 200, 200},
		{"GET /missing/alice/known GET /missing/inner/a GET /missing/inner/b", 401, 200, 200},
		{"POST /nobody/store POST /nobody/there POST /nobody/kept POST /nobody/asked POST /nobody/refused POST /nobody/chi/bearer POST /nobody/gin/session POST /nobody/gin/store POST /nobody/gin/needed", 401, 200, 200},
		{"POST /nobody/echo/handler POST /nobody/echo/named POST /nobody/gorilla/preferences", 401, 200, 200},
		{"GET /confused/gin/nobody GET /confused/gorilla/token", 403, 200, 200},
		{"GET /confused/gin/behind GET /confused/gin/sealed GET /confused/gin/told", 401, 200, 200},
		{"GET /confused/gin/known GET /confused/gin/word GET /confused/chi/apart GET /confused/echo/known", 401, 403, 200},
		{"GET /confused/chi/known GET /confused/gin/policy", 401, 401, 200},
		{"GET /confused/gin/owner/admin GET /confused/gin/code/admin", 401, 401, 200},
		{"GET /confused/chi/masked", 401, 404, 200},
		{"GET /confused/chi/hidden", 404, 404, 200},
		{"GET /confused/echo/both", 403, 403, 200},
		{"GET /confused/echo/word GET /confused/gorilla/word", 401, 200, 200},
		{"GET /confused/gorilla/right", 401, 200, 200},
		{"GET /passing/editors GET /passing/capital GET /passing/auditor GET /passing/gin/reviews GET /passing/gin/right", 401, 403, 403},
		{"GET /passing/echo/bills GET /passing/echo/right GET /passing/chi/publishers GET /passing/chi/right GET /passing/chi/tier2", 401, 403, 403},
		{"GET /passing/gorilla/admins", 401, 403, 403},
		{"GET /passing/admins", 401, 403, 200},
		{"GET /passing/who", 200, 200, 200},
		{"POST /weak/gin/calls/moveBlock GET /weak/gin/accounts PUT /weak/gin/accounts/1 PUT /weak/gin/mixed/1 GET /weak/echo/settings/a GET /weak/chi/keys/ GET /weak/gorilla/logs/a POST /weak/jobs/b POST /weak/chi/set/a POST /weak/chi/set/c PUT /weak/chi/set/a", 401, 403, 200},
		{"POST /weak/gin/calls/removeBlocks POST /weak/gin/calls/getBlock DELETE /weak/gin/accounts/1 GET /weak/gin/mixed PUT /weak/echo/settings/c DELETE /weak/chi/keys/1 DELETE /weak/chi/notes/1 DELETE /weak/chi/set/a GET /weak/chi/set/a DELETE /weak/gorilla/logs/d", 401, 200, 200},
		{"POST /weak/here/accounts PUT /weak/here/accounts", 401, 403, 200},
		{"PUT /weak/here/books GET /weak/here/books", 401, 200, 200},
		{"POST /weak/jobs/c", 401, 403, 403},
		{"DELETE /shared/books/1 DELETE /shared/discs/1 PUT /shared/books/1", 401, 403, 200},
		{"DELETE /shared/posts/1 PUT /shared/posts/1 PUT /shared/maps/1", 401, 200, 200},
		{"POST /expressed/sent/users?x=/login POST /expressed/sent/users/1?/login POST /expressed/styles/users?a.css POST /expressed/started/login POST /expressed/listed/login POST /expressed/listed/v1/open/1", 200, 200, 200},
		{"POST /expressed/sent/users POST /expressed/sent/users/1 POST /expressed/styles/users POST /expressed/styles/users?a.cssx POST /expressed/started/users?/expressed/started/login POST /expressed/started/users/1", 401, 200, 200},
		{"POST /expressed/listed/users/1 POST /expressed/listed/login2 POST /expressed/listed/login2?/expressed/listed/login POST /expressed/listed/v1/users", 401, 200, 200},
	} {
		f := strings.Fields(test.routes)
		for i := 0; i < len(f); i += 2 {
			for who, want := range map[string]int{"": test.nobody, "user": test.user, "admin": test.admin} {
				if got := ask(h, f[i], f[i+1], who); got != want {
					t.Errorf("%s %s by %q: %d, want %d", f[i], f[i+1], who, got, want)
				}
			}
		}
	}
}

// ask is the status of the answer, negative if the handler has acted and did not say so.
func ask(h http.Handler, method, path, who string) int {
	r := httptest.NewRequest(method, path, nil)
	if who != "" {
		r.Header.Set("Authorization", "Bearer "+who)
		r.AddCookie(&http.Cookie{Name: "session", Value: who})
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if acted := w.Header().Get(served.Acted) != ""; acted != (w.Code == http.StatusOK) {
		return -w.Code
	}
	return w.Code
}
