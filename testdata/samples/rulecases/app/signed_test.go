package app

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v5"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestSigned sends tokens that the right key has signed, another one, and nobody.
func TestSigned(t *testing.T) {
	h := New()
	token := func(key string) string {
		text, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: "user"}).SignedString([]byte(key))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	for _, test := range []struct {
		paths  string
		forged bool // whether a forged token passes
	}{
		{"there dropped parser apart form/ apart/read apart/jwx apart/role apart/option apart/claims apart/helper apart/echo", true},
		{"error valid told handed expired link/ apart/then apart/again apart/verified", false},
	} {
		for _, path := range strings.Fields(test.paths) {
			for text, want := range map[string]bool{"": false, "none": false, token("rather secret"): true, token("another one"): test.forged} {
				at := "/signed/" + path
				if strings.HasSuffix(path, "/") {
					at += text
				}
				r := httptest.NewRequest("POST", at, nil)
				r.Header.Set("Authorization", text)
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				if acted := w.Header().Get(served.Acted) != ""; acted != want {
					t.Errorf("%s with %q: answered %d, acted %v", path, text, w.Code, acted)
				}
			}
		}
	}
}
