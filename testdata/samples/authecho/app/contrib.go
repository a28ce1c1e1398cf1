package app

import (
	"net/http"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	"github.com/gorilla/sessions"
	echocasbin "github.com/labstack/echo-contrib/casbin"
	"github.com/labstack/echo-contrib/session"
	"github.com/labstack/echo/v4"
)

const rules = `
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub && keyMatch(r.obj, p.obj) && r.act == p.act
`

// policies are enforced by casbin; sessions are no guard.
func policies(e *echo.Echo) {
	ce := enforcer()
	e.GET("/policy/plain", done, echocasbin.Middleware(ce))
	e.GET("/policy/skipped", done, echocasbin.MiddlewareWithConfig(echocasbin.Config{
		Enforcer: ce,
		Skipper:  func(echo.Context) bool { return true }, // planted fault
	}))
	e.GET("/policy/ignored", done, echocasbin.MiddlewareWithConfig(echocasbin.Config{
		Enforcer:     ce,
		ErrorHandler: func(echo.Context, error, int) error { return nil }, // answers nothing
	}))
	e.GET("/policy/own", done, echocasbin.MiddlewareWithConfig(echocasbin.Config{
		EnforceHandler: func(c echo.Context, user string) (bool, error) { return ce.Enforce(user, c.Path(), "GET") },
	}))

	s := e.Group("/session", session.Middleware(sessions.NewCookieStore(Key)))
	s.GET("/open", done) // planted fault
	s.GET("/known", known)
}

func enforcer() *casbin.Enforcer {
	m, err := model.NewModelFromString(rules)
	if err != nil {
		panic(err)
	}
	ce, err := casbin.NewEnforcer(m)
	if err != nil {
		panic(err)
	}
	if _, err := ce.AddPolicy("admin", "/policy/*", "GET"); err != nil {
		panic(err)
	}
	return ce
}

// known asks whether somebody has logged in.
func known(c echo.Context) error {
	s, err := session.Get("shop", c)
	if err != nil {
		return err
	}
	if s.Values["user"] == nil {
		return c.NoContent(http.StatusUnauthorized)
	}
	return done(c)
}
