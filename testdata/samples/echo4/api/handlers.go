package api

import (
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/echo4/auth"
	"github.com/guardvet/guardvet/testdata/samples/echo4/rest"
)

var books = map[string]string{"1": "Moby-Dick"}

// loadBook loads the book of the path. It refuses what does not exist, not who
// may not see it.
func loadBook(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		title, ok := books[c.Param("book")]
		if !ok {
			return echo.ErrNotFound
		}
		c.Set("book", title)
		return next(c)
	}
}

func getBook(c echo.Context) error    { return rest.OK(c, c.Get("book")) }
func updateBook(c echo.Context) error { return rest.OK(c, c.Param("book")) }
func deleteBook(c echo.Context) error { return rest.OK(c, c.Param("book")) }

func createLoan(c echo.Context) error { return rest.OK(c, "1") }
func deleteLoan(c echo.Context) error { return rest.OK(c, c.Param("loan")) }

// renewLoan checks for itself: who may renew is a matter of the action.
func renewLoan(c echo.Context) error {
	if err := auth.Authorize(c, "renew"); err != nil {
		return err
	}
	return rest.OK(c, c.Param("loan"))
}

func addNote(c echo.Context) error    { return rest.OK(c, "1") }
func removeNote(c echo.Context) error { return rest.OK(c, c.Param("note")) }

func showShelf(c echo.Context, u *auth.User) error   { return rest.OK(c, u.Name) }
func showArchive(c echo.Context, _ *auth.User) error { return rest.OK(c, []string{}) }

func reorder(c echo.Context, u *auth.User) error {
	if u == nil {
		return echo.ErrUnauthorized
	}
	return rest.OK(c, "reordered by "+u.Name)
}

// listLabels is a planted fault: it asks, and does not listen.
func listLabels(c echo.Context, _ *auth.User) error {
	_ = auth.Authorize(c, "labels")
	return rest.OK(c, []string{"new"})
}

type query struct {
	Text string `json:"text"`
}

type found struct {
	Books []string `json:"books"`
}

func search(q query) (found, error) { return found{Books: []string{"Moby-Dick", q.Text}}, nil }

type opinion struct {
	Stars int `json:"stars"`
}

func review(u *auth.User, _ opinion) (string, error) { return u.Name + " has an opinion", nil }
