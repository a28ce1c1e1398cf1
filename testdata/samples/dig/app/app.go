// Package app is an application of gin whose parts are made and put together by dig.
package app

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
	"go.uber.org/dig"
)

// Container has the parts of the application.
func Container() *dig.Container {
	c := dig.New()
	for _, constructor := range []any{newAddr, newUsers, newEngine} {
		must(c.Provide(constructor))
	}
	must(c.Provide(func(u *users) gin.HandlerFunc { return u.require }, dig.Name("authn")))
	must(c.Provide(func(u *users) gin.HandlerFunc { return u.admin }, dig.Name("authz")))
	must(c.Provide(newShop, dig.Group("controllers")))
	must(c.Provide(newOffice, dig.As(new(Controller)), dig.Group("controllers")))
	must(c.Decorate(func(e *gin.Engine) *gin.Engine {
		e.GET("/version", done)
		return e
	}))
	must(c.Invoke(func(e *gin.Engine) { e.GET("/early", done) }))
	must(c.Invoke(register))
	desk(c.Scope("desk"))
	return c
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// A Controller registers routes.
type Controller interface{ Register(r gin.IRouter) }

type controllers struct {
	dig.In

	Engine *gin.Engine
	All    []Controller    `group:"controllers"`
	Authn  gin.HandlerFunc `name:"authn"`
	Extra  *http.Server    `optional:"true"`
}

func register(in controllers) {
	api := in.Engine.Group("/api", in.Authn)
	for _, c := range in.All {
		c.Register(api)
	}
	if in.Extra != nil {
		in.Engine.GET("/extra", done)
	}
}

// desk gives a scope a users' database of its own.
func desk(s *dig.Scope) {
	must(s.Provide(func() *keys { return &keys{"key"} }))
	must(s.Invoke(func(e *gin.Engine, k *keys) { e.GET("/desk", k.require, done) }))
}

func newAddr() string { return "localhost:8080" }

func newEngine() *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	return gin.New()
}

type shop struct{}

func newShop() Controller { return shop{} }

func (shop) Register(r gin.IRouter) { r.GET("/orders", done) }

type office struct{ admin gin.HandlerFunc }

type officeNeeds struct {
	dig.In

	Admin gin.HandlerFunc `name:"authz"`
}

func newOffice(n officeNeeds) *office { return &office{n.Admin} }

func (o *office) Register(r gin.IRouter) {
	r.GET("/office", o.admin, done)
	r.DELETE("/office", done) // planted fault: any user may
}

func done(c *gin.Context) {
	c.Header("X-Acted", "yes")
	c.String(http.StatusOK, "done")
}

type user struct{ roles []string }

type users struct{ known map[string]*user }

func newUsers() *users { return &users{map[string]*user{"user": {}, "admin": {[]string{"admin"}}}} }

func (u *users) require(c *gin.Context) {
	known := u.known[strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")]
	if known == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("user", known)
}

func (u *users) admin(c *gin.Context) {
	known, _ := c.MustGet("user").(*user)
	if known == nil || !slices.Contains(known.roles, "admin") {
		c.AbortWithStatus(http.StatusForbidden)
	}
}

type keys struct{ key string }

func (k *keys) require(c *gin.Context) {
	if c.GetHeader("X-Api-Key") != k.key {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}
