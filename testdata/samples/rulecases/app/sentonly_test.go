package app

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestSentOnly sends tokens that nobody has, and none.
func TestSentOnly(t *testing.T) {
	h := New()
	for path, passes := range map[string]bool{
		"header": true, "logged": true, "gin/cookie": true, "echo/handler": true, "chi/apart": true, "gorilla/length": true, "mine": true, "decoded": true, "mapped": true, "measured": true, "noted": true,
		"gin/kept": true, "gin/read": false, "gin/later": false, "noted/asked": false, "noted/forwarded": false,
		"asked": false, "forwarded": false, "handed": false, "kept": false, "gin/handler": false, "echo/found": false, "echo/key": true, "chi/compared": false, "gorilla/written": false, "spelled": false,
	} {
		if got := ask(h, "POST", "/sent/"+path, ""); got != http.StatusUnauthorized && got != http.StatusBadRequest {
			t.Errorf("%s without a token: %d", path, got)
		}
		if got := ask(h, "POST", "/sent/"+path, "user"); got != http.StatusOK {
			t.Errorf("%s with a token of a user: %d", path, got)
		}
		r := httptest.NewRequest("POST", "/sent/"+path, nil)
		r.Header.Set("Authorization", "Bearer forged")
		r.AddCookie(&http.Cookie{Name: "session", Value: "forged"})
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if acted := w.Header().Get(served.Acted) != ""; acted != passes {
			t.Errorf("%s with a token of nobody: answered %d, acted %v", path, w.Code, acted)
		}
	}
}

// TestSentOnlyOnce: the middleware asks for the key, and so does a function that it calls.
func TestSentOnlyOnce(t *testing.T) {
	served.CheckOnce(t, "./samples/rulecases/...", "failopen", "POST /sent/echo/key")
}
