package app

import (
	"errors"
	"net/http"

	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/traps/keeper"
)

var (
	errCentralNobody    = errors.New("log in first")
	errCentralForbidden = errors.New("not for you")
)

// central has handlers that return errors, of the framework, of their own, and of a function that is not read; one
// function answers for all of them.
func central(mux *http.ServeMux) {
	e := echo.New()
	e.HTTPErrorHandler = answersAll
	e.GET("/central/framework", func(c echo.Context) error {
		if _, err := auth.Authenticate(c.Request()); err != nil {
			return echo.NewHTTPError(http.StatusUnauthorized, "log in first")
		}
		return c.String(http.StatusOK, "done")
	})
	e.GET("/central/own", func(c echo.Context) error {
		u, err := auth.Authenticate(c.Request())
		if err != nil {
			return errCentralNobody
		}
		return keptFor(c, u)
	})
	e.GET("/central/admin", func(c echo.Context) error {
		u, err := auth.Authenticate(c.Request())
		if err != nil {
			return errCentralNobody
		}
		if !u.Has("admin") {
			return errCentralForbidden
		}
		return keptFor(c, u)
	})
	tokens := e.Group("/central/token", echojwt.WithConfig(echojwt.Config{
		ParseTokenFunc: func(c echo.Context, _ string) (any, error) { return auth.Authenticate(c.Request()) },
	}))
	tokens.GET("/page", func(c echo.Context) error { return keptFor(c, nil) })
	e.GET("/central/open", func(c echo.Context) error { return keptFor(c, nil) })
	mux.Handle("/central/", e)
}

// keptFor gives back what a function says that is not read.
func keptFor(c echo.Context, u *auth.User) error {
	name := ""
	if u != nil {
		name = u.Name
	}
	return keeper.New().Note(c.Request().Context(), name)
}

// A refusal is an error of the application's own, with a status.
type refusal struct{ may bool }

func (r *refusal) Error() string { return "refused" }

func answersAll(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	status := http.StatusInternalServerError
	var own *refusal
	var known *echo.HTTPError
	switch {
	case errors.As(err, &own):
		if status = http.StatusUnauthorized; own.may {
			status = http.StatusForbidden
		}
	case errors.As(err, &known):
		status = known.Code
	case errors.Is(err, errCentralNobody):
		status = http.StatusUnauthorized
	case errors.Is(err, errCentralForbidden):
		status = http.StatusForbidden
	}
	_ = c.NoContent(status)
}
