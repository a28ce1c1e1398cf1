package app

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

func ofGin() http.Handler {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	g := r.Group("/gin")
	g.GET("/early", actGin) // want lateguard
	g.POST("/forgets", forgets, actGin)
	g.POST("/aborts", aborts, actGin)
	g.Use(aborts)
	g.GET("/late", actGin)
	return r
}

// forgets to abort.
func forgets(c *gin.Context) {
	if user(c.Request) == nil {
		c.JSON(http.StatusUnauthorized, nil) // want continues
		return
	}
	c.Next()
}

func aborts(c *gin.Context) {
	if user(c.Request) == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func actGin(c *gin.Context) { auth.Done(c.Writer, c.Request) }
