package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/auth"
	"github.com/guardvet/guardvet/testdata/samples/gin/rest"
)

// toLogin sends strangers to the login.
func toLogin(c *gin.Context) {
	if _, ok := auth.Current(c); !ok {
		c.Redirect(http.StatusFound, "/login")
		c.Abort()
		return
	}
	c.Next()
}

// hintLogin is toLogin without its Abort.
func hintLogin(c *gin.Context) {
	if _, ok := auth.Current(c); !ok {
		c.Redirect(http.StatusFound, "/login")
		return
	}
	c.Next()
}

func login(c *gin.Context) {
	rest.Acted(c.Writer)
	c.String(http.StatusOK, "who are you?")
}

func overview(c *gin.Context) { rest.OK(c, gin.H{"orders": 0}) }
func avatar(c *gin.Context)   { rest.OK(c, "picture") }
func export(c *gin.Context)   { rest.OK(c, "everything") }
