package app

import (
	"net/http"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v4"

	"github.com/guardvet/guardvet/testdata/served"
)

func init() { gin.SetMode(gin.TestMode) }

func TestVerdicts(t *testing.T) {
	var list []served.Route
	for _, r := range New().Routes() {
		list = append(list, served.Route{Method: r.Method, Pattern: r.Path})
	}
	served.Check(t, served.Sample{
		Packages: "./samples/authgin/...",
		New:      func() http.Handler { return New() },
		Routes:   list,
		Login:    login,
	})
}

func login(r *http.Request, who string) {
	switch {
	case r.URL.Path == "/basic":
		r.SetBasicAuth(who, "pass")
	case r.URL.Path == "/proxy":
		r.SetBasicAuth(who, "pass")
		r.Header.Set("Proxy-Authorization", r.Header.Get("Authorization"))
	case strings.HasPrefix(r.URL.Path, "/jwt/"):
		token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"id": who, "exp": 4e9}).SignedString(Key)
		if err != nil {
			panic(err)
		}
		r.Header.Set("Authorization", "Bearer "+token)
	default:
		r.Header.Set("Authorization", who)
	}
}
