// Package rest is how the library's handlers answer, well or ill.
package rest

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/echo4/auth"
)

// Acted notes in the response that a handler has done its work.
func Acted(w http.ResponseWriter) { w.Header().Set("X-Acted", "yes") }

// OK is the answer of a handler that has done its work.
func OK(c echo.Context, body any) error {
	Acted(c.Response())
	return c.JSON(http.StatusOK, body)
}

// Errors answers for handlers and middleware that return an error. Unlike
// echo's own error handler it looks into errors that are wrapped.
func Errors(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	status := statusOf(err)
	if status >= http.StatusInternalServerError {
		c.Logger().Error(err)
	}
	_ = c.JSON(status, echo.Map{"error": http.StatusText(status)})
}

func statusOf(err error) int {
	var refused *auth.Error
	if errors.As(err, &refused) {
		return refused.Status
	}
	var he *echo.HTTPError
	if errors.As(err, &he) {
		return he.Code
	}
	return http.StatusInternalServerError
}

// Public is a handler for anybody that takes In and answers Out.
func Public[In, Out any](serve func(In) (Out, error)) echo.HandlerFunc {
	return func(c echo.Context) error { return run(c, serve) }
}

// Private is a handler for users that takes In and answers Out.
func Private[In, Out any](serve func(*auth.User, In) (Out, error)) echo.HandlerFunc {
	return func(c echo.Context) error {
		u, ok := auth.Require(c)
		if !ok {
			return nil
		}
		return run(c, func(in In) (Out, error) { return serve(u, in) })
	}
}

func run[In, Out any](c echo.Context, serve func(In) (Out, error)) error {
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
