// Package app puts the sample together.
package app

import (
	"context"
	"strings"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/middlewares/server/basic_auth"
	"github.com/cloudwego/hertz/pkg/app/middlewares/server/recovery"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/route"
)

type user struct {
	name  string
	admin bool
}

var users = map[string]*user{"user": {name: "user"}, "admin": {name: "admin", admin: true}}

// New makes the application.
func New() *server.Hertz {
	h := server.Default()
	h.GET("/healthz", done)
	early := h.Group("/early")
	h.Use(recovery.Recovery(), identify)
	h.GET("/basic", basic_auth.BasicAuth(map[string]string{"user": "pass", "admin": "pass"}), done)
	api(h)
	early.GET("/page", done) // planted fault: the group was made before the guard
	admin := h.Group("/admin", requireRole("admin"))
	admin.GET("/users", done)
	admin.DELETEEX("/users/:id", done, "delete")
	h.NoRoute(done)
	h.Use(requireUser)
	h.GET("/me", done)
	return h
}

func api(r route.IRouter) {
	g := r.Group("/api")
	g.GET("/products/:id", done)
	g.POST("/products", requireUser, done)
	g.PUT("/products/:id", own)
	g.GET("/archive", archive)
	g.GET("/drafts", forgets, done)   // planted fault
	g.GET("/moved", redirects, done)  // planted fault: a redirect does not abort
	g.Handle("DELETE", "/late", done) // planted fault: registered before the guard
	g.Use(requireUser)
	g.Handle("GET", "/late", done)
}

func authenticate(c *app.RequestContext) *user {
	token, ok := strings.CutPrefix(string(c.GetHeader("Authorization")), "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

// identify puts the user, if there is one, into the context. It refuses nobody.
func identify(ctx context.Context, c *app.RequestContext) {
	if u := authenticate(c); u != nil {
		c.Set("user", u)
	}
	c.Next(ctx)
}

func current(c *app.RequestContext) *user {
	v, ok := c.Get("user")
	if !ok {
		return nil
	}
	return v.(*user)
}

func requireUser(_ context.Context, c *app.RequestContext) {
	if current(c) == nil {
		c.AbortWithMsg("log in first", 401)
	}
}

// archive calls a guard by hand, and asks whether it stopped the request.
func archive(ctx context.Context, c *app.RequestContext) {
	if requireUser(ctx, c); c.IsAborted() {
		return
	}
	done(ctx, c)
}

func requireRole(role string) app.HandlerFunc {
	return func(ctx context.Context, c *app.RequestContext) {
		u := current(c)
		if u == nil {
			c.AbortWithStatus(401)
			return
		}
		if !u.admin || role != "admin" {
			c.AbortWithStatusJSON(403, map[string]string{"error": "not for you"})
			return
		}
		c.Next(ctx)
	}
}

func forgets(_ context.Context, c *app.RequestContext) {
	if current(c) == nil {
		c.String(401, "log in first")
	}
}

func redirects(_ context.Context, c *app.RequestContext) {
	if current(c) == nil {
		c.Redirect(302, []byte("/login"))
	}
}

// own asks for itself.
func own(_ context.Context, c *app.RequestContext) {
	if current(c) == nil {
		c.SetStatusCode(401)
		return
	}
	done(nil, c)
}

func done(_ context.Context, c *app.RequestContext) {
	c.Header("X-Acted", "yes")
	c.String(200, "done")
}
