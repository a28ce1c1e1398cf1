package app

import (
	"net/http"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/securecookie"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var list []served.Route
	for _, r := range New().Routes() {
		if r.Method != "echo_route_not_found" {
			list = append(list, served.Route{Method: r.Method, Pattern: r.Path})
		}
	}
	served.Check(t, served.Sample{
		Packages: "./samples/authecho/...",
		New:      func() http.Handler { return New() },
		Routes:   list,
		Unknown:  map[string]string{"PUT /own/kept/wishes": "what is kept of anybody is found again where somebody may be"},
		Login:    login,
	})
}

func login(r *http.Request, who string) {
	switch {
	case strings.HasPrefix(r.URL.Path, "/session"):
		cookie, err := securecookie.EncodeMulti("shop", map[any]any{"user": who}, securecookie.CodecsFromPairs(Key)...)
		if err != nil {
			panic(err)
		}
		r.AddCookie(&http.Cookie{Name: "shop", Value: cookie})
	case strings.HasPrefix(r.URL.Path, "/basic"), strings.HasPrefix(r.URL.Path, "/policy"):
		r.SetBasicAuth(who, "pass")
	case strings.HasPrefix(r.URL.Path, "/own"):
		r.Header.Set("Authorization", "Bearer "+who)
	case strings.HasPrefix(r.URL.Path, "/key"):
		r.Header.Set("Authorization", "Bearer key")
	default:
		token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"role": who}).SignedString(Key)
		if err != nil {
			panic(err)
		}
		r.Header.Set("Authorization", "Bearer "+token)
	}
}
