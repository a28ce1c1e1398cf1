// Package app puts the shop together.
package app

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/admin"
	"github.com/guardvet/guardvet/testdata/samples/gin/api"
	"github.com/guardvet/guardvet/testdata/samples/gin/auth"
	"github.com/guardvet/guardvet/testdata/samples/gin/rest"
	"github.com/guardvet/guardvet/testdata/samples/gin/web"
)

// New makes the shop's engine.
func New(opts ...Option) *gin.Engine {
	cfg := &config{}
	for _, o := range opts {
		o(cfg)
	}
	r := gin.New()
	// Before all middleware: a health check every second is not worth a log line.
	web.Health(r)
	r.NoRoute(web.Fallback)
	// Planted fault: it looks as if personal's guard held for this group, but a
	// group keeps the middleware there was when it was made.
	early := r.Group("/beta")
	r.Use(cfg.chain...)
	web.Files(r)
	web.Pages(&r.RouterGroup)
	api.Mount(r, cfg.guard)
	admin.New(r.Group("/admin")).Register()
	operations(r, cfg)
	reports(r.Group("/reports"))
	r.GET("/drafts", drafts)
	r.GET("/archive", archive)
	r.GET("/orders", forward(r, "/api/v1/orders"))
	personal(r)
	early.GET("/recommendations", recommend)
	return r
}

// personal is last because its guard is the engine's: it holds for what is
// registered from here on, and for what no route matches.
func personal(r *gin.Engine) {
	r.Use(auth.RequireUser)
	r.GET("/me", me)
	r.GET("/me/devices", checkAfter("admin"), devices)
	r.Group("/me/receipt", receipt).GET("") // the last of a group's middleware is the handler of a route that has none
	r.Group("/me/settings").Use(auth.RequireRole("admin")).PUT("/limits", limits)
}

// forward serves an address of the shop's first version.
func forward(r *gin.Engine, to string) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Request.URL.Path = to
		r.HandleContext(c)
	}
}

func me(c *gin.Context) {
	u, _ := auth.Current(c)
	rest.OK(c, gin.H{"name": u.Name})
}

func devices(c *gin.Context)   { rest.OK(c, []string{"phone"}) }
func limits(c *gin.Context)    { rest.OK(c, gin.H{"limit": 10}) }
func receipt(c *gin.Context)   { rest.OK(c, gin.H{"total": 3}) }
func recommend(c *gin.Context) { rest.OK(c, []string{"coffee"}) }

// checkAfter asks for the role when the handler has already answered.
func checkAfter(role string) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Next()
		if u, ok := auth.Current(c); !ok || !u.Has(role) {
			c.AbortWithStatus(http.StatusForbidden)
		}
	}
}
