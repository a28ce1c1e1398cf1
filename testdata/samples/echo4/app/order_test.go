package app

import (
	"errors"
	"fmt"
	"net/http"
	"testing"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/echo4/auth"
)

// TestOrder fixes that Pre comes before Use, Use before the group's, the group's
// before the route's, and of each the first one is outermost.
func TestOrder(t *testing.T) {
	var got string
	say := func(what string) echo.MiddlewareFunc {
		return func(next echo.HandlerFunc) echo.HandlerFunc {
			return func(c echo.Context) error {
				got += what
				return next(c)
			}
		}
	}
	e := echo.New()
	g := e.Group("/g", say("5"), say("6"))
	g.GET("", func(c echo.Context) error { return c.NoContent(200) }, say("7"), say("8"))
	e.Use(say("3"), say("4"))
	e.Pre(say("1"), say("2"))
	if answer(e, http.MethodGet, "/g", ""); got != "12345678" {
		t.Errorf("the order is %s", got)
	}
}

// TestReturnedErrors fixes what echo's own error handler makes of errors.
func TestReturnedErrors(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want int
	}{
		{echo.ErrUnauthorized, 401},
		{echo.NewHTTPError(http.StatusForbidden), 403},
		{echo.NewHTTPError(http.StatusTeapot).SetInternal(echo.NewHTTPError(http.StatusConflict)), 409},
		{fmt.Errorf("wrapped: %w", echo.ErrForbidden), 500},
		{&auth.Error{Status: 401}, 500},
	} {
		e := echo.New()
		e.GET("/", func(echo.Context) error { return tt.err })
		if got := answer(e, http.MethodGet, "/", ""); got != tt.want {
			t.Errorf("%v: %d, want %d", tt.err, got, tt.want)
		}
	}
	e := echo.New()
	e.GET("/", func(c echo.Context) error { return errors.Join(c.NoContent(204), &auth.Error{Status: 401}) })
	if got := answer(e, http.MethodGet, "/", ""); got != 204 {
		t.Errorf("an error after the answer: %d, want 204", got)
	}
}

// TestHostIsExact fixes that a host's router is chosen by the host as sent.
func TestHostIsExact(t *testing.T) {
	h := handler()
	for host, want := range map[string]int{"desk.library.example": 401, "desk.library.example:80": 200, "DESK.library.example": 200} {
		if got := answer(h, http.MethodGet, "http://"+host+"/counter", ""); got != want {
			t.Errorf("%s: %d, want %d", host, got, want)
		}
	}
}
