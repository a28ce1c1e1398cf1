package app

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestForged sends tokens that the right key has signed, and another one, some of them too old.
func TestForged(t *testing.T) {
	h := New()
	token := func(key string, until time.Duration) string {
		claims := jwt.RegisteredClaims{Subject: "user", Audience: jwt.ClaimStrings{"here"}, ExpiresAt: jwt.NewNumericDate(time.Now().Add(until))}
		text, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	for _, test := range []struct {
		paths       string
		forged, old bool // whether such a token passes
	}{
		{"logged chi/type gin/role echo/mine", true, true},
		{"valid chi/key chi/behind", false, false},
		{"gin/refresh", false, true},
	} {
		for _, path := range strings.Fields(test.paths) {
			for text, want := range map[string]bool{
				"": false, "none": false, token("rather secret", time.Hour): true, token("another one", time.Hour): test.forged, token("rather secret", -time.Hour): test.old,
			} {
				r := httptest.NewRequest("POST", "/forged/"+path, nil)
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
