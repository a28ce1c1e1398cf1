package api

import (
	"net/http"

	"github.com/labstack/echo/v5"

	"github.com/guardvet/guardvet/testdata/samples/echo5/auth"
)

// Acted notes in the response that a handler has done its work.
func Acted(w http.ResponseWriter) { w.Header().Set("X-Acted", "yes") }

// OK is the answer of a handler that has done its work.
func OK(c *echo.Context, body any) error {
	Acted(c.Response())
	return c.JSON(http.StatusOK, body)
}

// Public is a handler for anybody that takes In and answers Out.
func Public[In, Out any](serve func(In) (Out, error)) echo.HandlerFunc {
	return func(c *echo.Context) error { return run(c, serve) }
}

// Private is a handler for users that takes In and answers Out.
func Private[In, Out any](serve func(*auth.User, In) (Out, error)) echo.HandlerFunc {
	return func(c *echo.Context) error {
		u, ok := auth.Require(c)
		if !ok {
			return nil
		}
		return run(c, func(in In) (Out, error) { return serve(u, in) })
	}
}

func run[In, Out any](c *echo.Context, serve func(In) (Out, error)) error {
	var in In
	if err := c.Bind(&in); err != nil {
		return err
	}
	out, err := serve(in)
	if err != nil {
		return err
	}
	return OK(c, out)
}

type query struct {
	Day string `json:"day"`
}

func search(q query) ([]string, error) { return []string{"1", q.Day}, nil }

type opinion struct {
	Stars int `json:"stars"`
}

func review(u *auth.User, _ opinion) (string, error) { return u.Name + " has an opinion", nil }
