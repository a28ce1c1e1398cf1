package app

import (
	"net/http"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v4"
	"github.com/zeromicro/go-zero/core/logx"
	"github.com/zeromicro/go-zero/rest"

	"github.com/guardvet/guardvet/testdata/served"
)

func init() { logx.Disable() }

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for _, r := range New().Routes() {
		routes = append(routes, served.Route{Method: r.Method, Pattern: r.Path})
	}
	served.Check(t, served.Sample{Packages: "./samples/gozero/...", New: handler, Routes: routes, Login: login})
}

// handler is the application as a handler of net/http.
func handler() http.Handler {
	s, err := rest.NewServerless(New())
	if err != nil {
		panic(err)
	}
	return http.HandlerFunc(s.Serve)
}

func login(r *http.Request, who string) {
	token := who
	if strings.HasPrefix(r.URL.Path, "/v1/me") {
		var err error
		if token, err = jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"role": who}).SignedString([]byte(Secret)); err != nil {
			panic(err)
		}
	}
	r.Header.Set("Authorization", "Bearer "+token)
	if strings.HasPrefix(r.URL.Path, "/hooks/") {
		r.Header.Set("X-Api-Key", "hook-key")
	}
}
