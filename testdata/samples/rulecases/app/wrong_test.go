package app

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestWrong sends tokens that nobody has, and names without their passwords.
func TestWrong(t *testing.T) {
	t.Setenv("KEY", "k1")
	t.Setenv("KEYS", "/k1/k2/")
	h := New()
	for path, passes := range map[string]bool{
		"POST /wrong/compound": true, "POST /wrong/chi/logged": true, "POST /wrong/gin/unknown": true, "DELETE /wrong/echo/files/none": true,
		"POST /wrong/asked": false, "POST /wrong/chi/shut": false, "POST /wrong/gin/second": false, "DELETE /wrong/echo/checked/none": false,
		"POST /wrong/name": true, "POST /wrong/password": false, "POST /wrong/key": false, "POST /wrong/part": true, "POST /wrong/some": false,
		"POST /wrong/gin/kind": false, "POST /wrong/gin/kinds": false, "POST /wrong/echo/expired": true, "POST /wrong/echo/valid": false,
	} {
		method, path, _ := strings.Cut(path, " ")
		if got := ask(h, method, path, ""); path != "/wrong/part" && got != http.StatusUnauthorized && got != -http.StatusUnauthorized {
			t.Errorf("%s without a token: %d", path, got)
		}
		forged := func(send func(*http.Request)) bool {
			r := httptest.NewRequest(method, path, nil)
			send(r)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			return w.Header().Get(served.Acted) != ""
		}
		token := forged(func(r *http.Request) {
			r.Header.Set("Authorization", "Bearer forged")
			r.AddCookie(&http.Cookie{Name: "session", Value: "forged"})
		})
		name := forged(func(r *http.Request) { r.SetBasicAuth("user", "wrong") })
		if acted := token || name; acted != passes {
			t.Errorf("%s with what is wrong: acted %v", path, acted)
		}
	}
}

// TestFailing asks where the store cannot answer.
func TestFailing(t *testing.T) {
	h := New()
	for path, passes := range map[string]bool{"kind": true, "kinds": false} {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		r := httptest.NewRequestWithContext(ctx, "POST", "/wrong/gin/"+path, nil)
		r.Header.Set("Authorization", "Bearer forged")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if acted := w.Header().Get(served.Acted) != ""; acted != passes {
			t.Errorf("%s: answered %d, acted %v", path, w.Code, acted)
		}
	}
}
