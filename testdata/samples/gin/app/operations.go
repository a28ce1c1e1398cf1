package app

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/auth"
	"github.com/guardvet/guardvet/testdata/samples/gin/rest"
)

// operations is what machines ask for, with credentials of their own.
func operations(r gin.IRouter, cfg *config) {
	ops := r.Group("/ops")
	// Planted fault: the handler of net/http answers, but cannot abort.
	ops.GET("/config", gin.WrapF(denyStrangers), gin.WrapF(show("config")))
	ops.Use(gin.BasicAuth(cfg.accounts))
	ops.GET("/metrics", gin.WrapH(show("metrics")))
	hooks := r.Group("/hooks")
	hooks.POST("/payment", auth.SharedKey("X-Hook-Key", cfg.hookKey), paid)
}

func denyStrangers(w http.ResponseWriter, r *http.Request) {
	if _, err := auth.Authenticate(r); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
	}
}

func show(what string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		rest.Acted(w)
		_, _ = w.Write([]byte(what))
	}
}

func paid(c *gin.Context) {
	rest.Acted(c.Writer)
	c.Status(http.StatusNoContent)
}

// reports are public in the demonstration, which says so in its environment.
func reports(g *gin.RouterGroup) {
	if os.Getenv("SHOP_DEMO") == "" {
		g.Use(auth.RequireUser)
	}
	g.GET("/daily", func(c *gin.Context) { rest.OK(c, "daily") })
	weekly := func(c *gin.Context) {
		if _, ok := auth.Require(c); !ok {
			return
		}
		rest.OK(c, "weekly")
	}
	g.GET("/weekly", weekly)
}

// archive calls a guard by hand, and asks whether it stopped the request.
func archive(c *gin.Context) {
	auth.RequireUser(c)
	if c.IsAborted() {
		return
	}
	rest.OK(c, "archive")
}

// drafts is a planted fault: what Require answers does not stop its caller.
func drafts(c *gin.Context) {
	auth.Require(c)
	rest.OK(c, "drafts")
}
