// Package web is the library's pages.
package web

import (
	"embed"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/echo4/auth"
	"github.com/guardvet/guardvet/testdata/samples/echo4/rest"
)

//go:embed files
var embedded embed.FS

// Health registers what the machine room asks for.
func Health(e *echo.Echo) {
	for _, path := range []string{"/healthz", "/readyz"} {
		e.GET(path, func(c echo.Context) error {
			rest.Acted(c.Response())
			return c.String(http.StatusOK, path)
		})
	}
}

// Files registers the static files.
func Files(e *echo.Echo) {
	files := echo.MustSubFS(embedded, "files")
	e.StaticFS("/static", files)
	e.FileFS("/robots.txt", "robots.txt", files)
}

// Pages registers the pages: the login for everybody, the account for members.
func Pages(e *echo.Echo, s auth.Session) {
	e.Match([]string{http.MethodGet, http.MethodPost}, "/login", login)
	account := e.Group("/account")
	// Planted faults: the group has its guard only after this page, and the
	// other one sends strangers to the login without leaving.
	account.GET("/avatar", avatar)
	account.GET("/export", export, hintLogin)
	account.Use(s.Check)
	account.GET("", overview)
}

// hintLogin redirects, and calls the handler nevertheless.
func hintLogin(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, ok := auth.Current(c); !ok {
			if err := c.Redirect(http.StatusFound, "/login"); err != nil {
				return err
			}
		}
		return next(c)
	}
}

// Fallback serves the page that finds its way by itself.
func Fallback(c echo.Context) error {
	page, err := embedded.ReadFile("files/index.html")
	if err != nil {
		return err
	}
	rest.Acted(c.Response())
	return c.HTMLBlob(http.StatusOK, page)
}

func login(c echo.Context) error {
	rest.Acted(c.Response())
	return c.String(http.StatusOK, "who are you?")
}

func overview(c echo.Context) error {
	u, _ := auth.Current(c)
	return rest.OK(c, u.Name)
}

func avatar(c echo.Context) error { return rest.OK(c, "picture") }
func export(c echo.Context) error { return rest.OK(c, "everything") }
