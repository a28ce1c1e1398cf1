// Package app guards routes of gin by packages, in each of their modes.
package app

import (
	"net/http"
	"time"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"
)

// Key is the key of the tokens.
var Key = []byte("secret")

// New makes the application.
func New() *gin.Engine {
	r := gin.New()
	r.GET("/basic", gin.BasicAuth(gin.Accounts{"user": "pass", "admin": "pass"}), done)
	r.GET("/proxy", gin.BasicAuthForProxy(gin.Accounts{"user": "pass", "admin": "pass"}, ""), done)

	plain := tokens(&jwt.GinJWTMiddleware{Realm: "shop", Key: Key, Timeout: time.Hour, IdentityKey: "id", Authenticator: anybody})
	r.POST("/login", plain.LoginHandler)
	r.GET("/jwt/known", plain.MiddlewareFunc(), done)
	admins := tokens(&jwt.GinJWTMiddleware{Realm: "shop", Key: Key, Timeout: time.Hour, IdentityKey: "id", Authorizator: isAdmin})
	r.GET("/jwt/admin", admins.MiddlewareFunc(), done)
	open := tokens(&jwt.GinJWTMiddleware{Realm: "shop", Key: Key, Timeout: time.Hour, IdentityKey: "id", DisabledAbort: true})
	r.GET("/jwt/open", open.MiddlewareFunc(), done) // planted fault: it answers 401 and goes on

	s := r.Group("/session", sessions.Sessions("shop", cookie.NewStore(Key)))
	s.GET("/open", done) // a session is no guard
	s.GET("/known", func(c *gin.Context) {
		if sessions.Default(c).Get("user") == nil && c.GetHeader("Authorization") == "" {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		done(c)
	})
	return r
}

func tokens(mw *jwt.GinJWTMiddleware) *jwt.GinJWTMiddleware {
	out, err := jwt.New(mw)
	if err != nil {
		panic(err)
	}
	return out
}

func anybody(c *gin.Context) (any, error) { return c.PostForm("name"), nil }

func isAdmin(data any, c *gin.Context) bool { return data == "admin" }

func done(c *gin.Context) {
	c.Header("X-Acted", "yes")
	c.String(http.StatusOK, "done")
}
