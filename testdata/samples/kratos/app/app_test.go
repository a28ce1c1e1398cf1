package app

import (
	nethttp "net/http"
	"strings"
	"testing"

	"github.com/go-kratos/kratos/v2/log"
	"github.com/go-kratos/kratos/v2/transport/http"
	"github.com/golang-jwt/jwt/v5"

	"github.com/guardvet/guardvet/testdata/served"
)

func init() { log.SetLogger(log.NewFilter(log.GetLogger(), log.FilterLevel(log.LevelFatal))) }

// TestVerdicts adds what WalkRoute does not tell: routes for all methods.
func TestVerdicts(t *testing.T) {
	routes := []served.Route{{Method: "*", Pattern: "/healthz"}, {Method: "*", Pattern: "/metrics"}}
	err := New().WalkRoute(func(r http.RouteInfo) error {
		routes = append(routes, served.Route{Method: r.Method, Pattern: r.Path})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	served.Check(t, served.Sample{Packages: "./samples/kratos/...", New: handler, Routes: routes, Login: login})
}

// handler is the application; what its clients send is JSON.
func handler() nethttp.Handler {
	s := New()
	return nethttp.HandlerFunc(func(w nethttp.ResponseWriter, r *nethttp.Request) {
		r.Header.Set("Content-Type", "application/json")
		s.ServeHTTP(w, r)
	})
}

func login(r *nethttp.Request, who string) {
	token := who
	if strings.HasPrefix(r.URL.Path, "/v1/") {
		var err error
		if token, err = jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"role": who}).SignedString([]byte(Secret)); err != nil {
			panic(err)
		}
	}
	r.Header.Set("Authorization", "Bearer "+token)
}
