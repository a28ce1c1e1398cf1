// Package web is the shop's pages.
package web

import (
	"embed"
	"io/fs"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/rest"
)

//go:embed files
var embedded embed.FS

// Health registers what the machine room asks for.
func Health(r gin.IRoutes) {
	for _, path := range []string{"/healthz", "/readyz"} {
		r.GET(path, func(c *gin.Context) {
			rest.Acted(c.Writer)
			c.String(http.StatusOK, "ok")
		})
	}
}

// Files registers the static files.
func Files(r gin.IRouter) {
	files, err := fs.Sub(embedded, "files")
	if err != nil {
		panic(err)
	}
	r.StaticFS("/static", http.FS(files))
	r.StaticFileFS("/robots.txt", "robots.txt", http.FS(files))
}

// Pages registers the pages: the login for everybody, the account for users.
func Pages(r *gin.RouterGroup) {
	r.Match([]string{http.MethodGet, http.MethodPost}, "/login", login)
	account := r.Group("/account")
	// Planted faults: one page is built before it is asked who it is for, and
	// another sends strangers to the login without aborting.
	account.GET("/avatar", avatar, toLogin)
	account.GET("/export", hintLogin, export)
	account.Use(toLogin)
	account.GET("", overview)
}

// Fallback serves the page that finds its way by itself.
func Fallback(c *gin.Context) {
	rest.Acted(c.Writer)
	page, _ := embedded.ReadFile("files/index.html")
	c.Data(http.StatusOK, "text/html; charset=utf-8", page)
}
