package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestClaimed claims to be somebody, with what proves it and without.
func TestClaimed(t *testing.T) {
	h := New()
	basic := func(password string) func(r *http.Request) {
		return func(r *http.Request) { r.SetBasicAuth("admin", password) }
	}
	cookie := func(name, value string) func(r *http.Request) {
		return func(r *http.Request) { r.AddCookie(&http.Cookie{Name: name, Value: value}) }
	}
	key := func(key string) func(r *http.Request) {
		return func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+key) }
	}
	for _, test := range []struct {
		paths        string
		right, wrong func(r *http.Request)
		passes       bool // the wrong one
	}{
		{"cookie", cookie("is_admin", "true"), cookie("is_admin", "true"), true},
		{"signed", cookie("role", "admin:"+signedWith(hookSecret, "admin")), cookie("role", "admin:"+signedWith("another one", "admin")), false},
		{"gin/role", cookie("role", "admin"), cookie("role", "admin"), true},
		{"gin/both", func(r *http.Request) { key("user")(r); cookie("role", "admin")(r) }, cookie("role", "admin"), false},
		{"echo/name fiber/name fiber3/name", basic("quite secret"), basic("guessed"), true},
		{"echo/both fiber/both fiber/later fiber3/both", basic("quite secret"), basic("guessed"), false},
		{"fiber/any", key("quite secret"), key("guessed"), true},
		{"fiber/key", key("quite secret"), key("guessed"), false},
	} {
		for _, path := range strings.Fields(test.paths) {
			for i, sent := range []func(r *http.Request){test.right, test.wrong, func(*http.Request) {}} {
				r := httptest.NewRequest("POST", "/claimed/"+path, nil)
				sent(r)
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				if acted := w.Header().Get(served.Acted) != ""; acted != (i == 0 || i == 1 && test.passes) {
					t.Errorf("%s, asked by %d: answered %d, acted %v", path, i, w.Code, acted)
				}
			}
		}
	}
}
