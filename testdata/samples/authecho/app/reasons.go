package app

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// Who asks is in the context, or why that is nobody: an error, which the group answers.
const who = "who"

func reasons(e *echo.Echo) {
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		if _, ok := err.(*echo.HTTPError); !ok {
			e.Logger.Print(err)
		}
		e.DefaultHTTPErrorHandler(err, c)
	}
	answers := e.Group("/key/reasons", findWho, answerReason)
	answers.GET("/page", done)
	sends := e.Group("/key/sent", findWho, sendAway)
	sends.GET("/page", done)
	open := e.Group("/key/found", findWho) // planted fault: nobody asks for the reason
	open.GET("/page", done)
	open.GET("/named", named(done, "user")) // planted fault: it leaves nobody to the group
}

func findWho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		user, err := userOf(c)
		if err != nil {
			c.Set(who, echo.NewHTTPError(http.StatusForbidden, err.Error()))
			return next(c)
		}
		c.Set(who, user)
		return next(c)
	}
}

type keyUser struct{ name string }

func userOf(c echo.Context) (keyUser, error) {
	name, ok := keys[c.Request().Header.Get("Authorization")]
	if !ok {
		return keyUser{}, echo.ErrForbidden
	}
	return keyUser{name}, nil
}

var keys = map[string]string{"Bearer key": "user"}

func answerReason(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err, ok := c.Get(who).(*echo.HTTPError); ok {
			return err
		}
		return next(c)
	}
}

func sendAway(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, ok := c.Get(who).(*echo.HTTPError); ok {
			return c.Redirect(http.StatusTemporaryRedirect, "/login")
		}
		return next(c)
	}
}

// named asks for a name, of those who have one.
func named(next echo.HandlerFunc, name string) echo.HandlerFunc {
	return func(c echo.Context) error {
		u, ok := c.Get(who).(keyUser)
		if !ok {
			return next(c)
		}
		if u.name != name {
			return echo.NewHTTPError(http.StatusForbidden, "not for you")
		}
		return next(c)
	}
}
