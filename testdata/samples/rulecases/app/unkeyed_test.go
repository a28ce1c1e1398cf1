package app

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/o1egl/paseto"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestUnkeyed sends what the right key has signed, another one, and nobody.
func TestUnkeyed(t *testing.T) {
	h := New()
	another := ed25519.NewKeyFromSeed([]byte("thirty-two bytes, of another one"))
	bearer := func(text string, err error) func(r *http.Request) {
		if err != nil {
			t.Fatal(err)
		}
		return func(r *http.Request) { r.Header.Set("Authorization", text) }
	}
	claims := jwt.MapClaims{"sub": "user", "role": "admin", "iss": "https://here", "exp": time.Now().Add(time.Hour).Unix()}
	nobodys := jwt.NewWithClaims(jwt.SigningMethodNone, claims)
	token := jwt.NewWithClaims(jwt.SigningMethodEdDSA, claims)
	none := bearer(nobodys.SignedString(jwt.UnsafeAllowNoneSignatureType))
	footed := func(key ed25519.PrivateKey) func(r *http.Request) {
		return bearer(paseto.NewV2().Sign(key, "payload", "user"))
	}
	byKeyword := func(key string) func(r *http.Request) {
		return bearer(jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key)))
	}
	slack, slacker := slackBy(hookSecret), slackBy("another one")
	for _, test := range []struct {
		paths        string
		right, wrong func(r *http.Request)
		forged       bool // whether the wrong one passes
	}{
		{"slack/form slack/written slack/dropped", slack, slacker, true},
		{"slack/ensured", slack, slacker, false},
		{"footer/read", footed(signs), footed(another), true},
		{"footer/verified", footed(signs), footed(another), false},
		{"jose/unsafe jose/pieces chi/insecure chi/subject", bearer(token.SignedString(signs)), bearer(token.SignedString(another)), true},
		{"jose/claims chi/client echo/signed", bearer(token.SignedString(signs)), bearer(token.SignedString(another)), false},
		{"echo/none fiber/none", bearer(token.SignedString(signs)), none, true},
		{"echo/signed echo/setting fiber/signed", bearer(token.SignedString(signs)), none, false},
		{"apart/said", byKeyword("rather secret"), byKeyword("another one"), true},
		{"apart/signed", byKeyword("rather secret"), byKeyword("another one"), false},
		{"apart/unsigned", none, none, true},
		{"gin/hook", func(r *http.Request) {}, func(r *http.Request) {}, true},
		{"gin/keyed", hubBy(hookSecret), hubBy("another one"), false},
		{"gin/keyed", hubBy(hookSecret), func(r *http.Request) {}, false},
	} {
		for _, path := range strings.Fields(test.paths) {
			for i, sign := range []func(r *http.Request){test.right, test.wrong} {
				r := httptest.NewRequest("POST", "/unkeyed/"+path, strings.NewReader("{}"))
				r.Header.Set("Content-Type", "application/json")
				sign(r)
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				if acted := w.Header().Get(served.Acted) != ""; acted != (i == 0 || test.forged) {
					t.Errorf("%s, signed by %d: answered %d, acted %v", path, i, w.Code, acted)
				}
			}
		}
	}
}

func slackBy(secret string) func(r *http.Request) {
	return func(r *http.Request) {
		now := fmt.Sprint(time.Now().Unix())
		r.Header.Set("X-Slack-Request-Timestamp", now)
		r.Header.Set("X-Slack-Signature", "v0="+signedWith(secret, "v0:"+now+":{}"))
	}
}

func hubBy(secret string) func(r *http.Request) {
	return func(r *http.Request) { r.Header.Set("X-Hub-Signature-256", "sha256="+signedWith(secret, "{}")) }
}

func signedWith(secret, text string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	return hex.EncodeToString(mac.Sum(nil))
}
