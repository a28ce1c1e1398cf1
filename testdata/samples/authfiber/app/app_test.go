package app

import (
	"net/http"
	"testing"

	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/golang-jwt/jwt/v5"
	"github.com/valyala/fasthttp"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var list []served.Route
	for _, r := range New().GetRoutes(true) {
		if r.Method == http.MethodGet {
			list = append(list, served.Route{Method: r.Method, Pattern: r.Path})
		}
	}
	served.Check(t, served.Sample{
		Packages: "./samples/authfiber/...",
		New:      func() http.Handler { return adaptor.FiberApp(New()) },
		Routes:   list,
		Login:    login,
	})
}

func login(r *http.Request, who string) {
	app := New()
	s, err := Sessions.Get(app.AcquireCtx(&fasthttp.RequestCtx{}))
	if err != nil {
		panic(err)
	}
	s.Set("user", who)
	r.AddCookie(&http.Cookie{Name: "session_id", Value: s.ID()})
	if err := s.Save(); err != nil {
		panic(err)
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"role": who}).SignedString(Key)
	if err != nil {
		panic(err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	r.AddCookie(&http.Cookie{Name: "token", Value: token})
}
