// Package api is the library's API.
package api

import (
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/echo4/auth"
	"github.com/guardvet/guardvet/testdata/samples/echo4/rest"
)

// An API is the library's API below a group.
type API struct {
	root  *echo.Group
	guard echo.MiddlewareFunc
}

// Register registers the API below a group; guard keeps its private part.
func Register(g *echo.Group, guard echo.MiddlewareFunc) {
	a := &API{root: g, guard: guard}
	a.books()
	a.shelf()
	g.POST("/search", rest.Public(search))
	g.POST("/reviews", rest.Private(review))
}

func (a *API) books() {
	books := a.root.Group("/books")
	one := books.Group("/:book", loadBook)
	one.GET("", getBook)
	staff := one.Group("", auth.RequireRole("admin"))
	staff.PATCH("", updateBook)
	// Planted fault: meant for staff.
	one.DELETE("", deleteBook)
	a.loans(one.Group("/loans", a.guard))
}

// loans is four groups deep, and notes one more.
func (a *API) loans(g *echo.Group) {
	g.POST("", createLoan)
	g.DELETE("/:loan", deleteLoan, auth.RequireRole("admin"))
	g.POST("/:loan/renew", renewLoan)
	notes := g.Group("/:loan/notes")
	notes.POST("", addNote)
	notes.DELETE("/:note", removeNote, auth.RequireAny("owner", "admin"))
}

// shelf's handlers are given the user.
func (a *API) shelf() {
	s := rest.On(a.root.Group("/shelf"))
	s.Get("/labels", listLabels)
	s.Post("/order", reorder)
	mine := s.With(a.guard)
	mine.Get("", showShelf)
	mine.With(auth.RequireRole("admin")).Get("/archive", showArchive)
}
