package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestTokens asks for the page as nobody and as a user, and sends what it was told.
func TestTokens(t *testing.T) {
	h := New()
	for route, nobody := range map[string]bool{
		"POST /tokens/compared": true, "POST /tokens/constant": true, "POST /tokens/header": true, "GET /tokens/state": true,
		"POST /tokens/known": false, "POST /tokens/known/none": false,
	} {
		if tokenSent(h, route, "", false) {
			t.Errorf("%s without a page: acted", route)
		}
		if acted := tokenSent(h, route, "", true); acted != nobody {
			t.Errorf("%s of nobody: acted %v", route, acted)
		}
		if !tokenSent(h, route, "user", true) {
			t.Errorf("%s of a user: not acted", route)
		}
	}
}

// tokenSent sends a request, with what a page has said if there was one, and says whether the handler acted.
func tokenSent(h http.Handler, route, who string, asked bool) bool {
	method, path, _ := strings.Cut(route, " ")
	r := httptest.NewRequest(method, path+"?csrf=a+token&state=a+state", nil)
	r.Header.Set("X-CSRF-Token", "a token")
	if asked {
		p := httptest.NewRequest("GET", "/tokens/page", nil)
		if who != "" {
			p.Header.Set("Authorization", "Bearer "+who)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, p)
		for _, c := range w.Result().Cookies() {
			r.AddCookie(c)
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Header().Get(served.Acted) != ""
}
