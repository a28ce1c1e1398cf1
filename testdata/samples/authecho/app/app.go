// Package app guards routes of echo by packages, in each of their modes.
package app

import (
	"errors"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// Key is the key of the tokens.
var Key = []byte("secret")

// New makes the application.
func New() *echo.Echo {
	e := echo.New()
	e.GET("/basic", done, middleware.BasicAuth(check))
	e.GET("/basic/skipped", done, middleware.BasicAuthWithConfig(middleware.BasicAuthConfig{
		Validator: check,
		Skipper:   func(echo.Context) bool { return true }, // planted fault
	}))
	e.GET("/key", done, middleware.KeyAuth(validKey))
	e.GET("/key/ignored", done, middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{ // planted fault
		Validator:              validKey,
		ErrorHandler:           func(error, echo.Context) error { return nil },
		ContinueOnIgnoredError: true,
	}))
	e.GET("/key/silent", done, middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{
		Validator:    validKey,
		ErrorHandler: func(error, echo.Context) error { return nil },
	}))
	e.GET("/jwt", done, echojwt.JWT(Key))
	e.GET("/jwt/ignored", done, echojwt.WithConfig(echojwt.Config{ // planted fault
		SigningKey:             Key,
		ErrorHandler:           func(echo.Context, error) error { return nil },
		ContinueOnIgnoredError: true,
	}))
	e.GET("/jwt/valid", done, validToken)
	api := e.Group("/api", echojwt.WithConfig(echojwt.Config{SigningKey: Key, Skipper: skip}))
	api.GET("/public/page", done)
	api.GET("/page", done)
	api.GET("/admin", admin)
	policies(e)
	own(e)
	reasons(e)
	kept(e)
	return e
}

// validToken asks whether a token says anything, and is valid: that is no right, whatever it answers.
func validToken(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, text, _ := strings.Cut(c.Request().Header.Get("Authorization"), " ")
		token, err := jwt.Parse(text, func(*jwt.Token) (any, error) { return Key, nil })
		if err != nil {
			return c.String(http.StatusForbidden, "a wrong token")
		}
		if _, ok := token.Claims.(jwt.MapClaims); ok && token.Valid {
			return next(c)
		}
		return c.String(http.StatusForbidden, "a wrong token")
	}
}

// skip leaves the public part out.
func skip(c echo.Context) bool { return strings.HasPrefix(c.Request().URL.Path, "/api/public/") }

func check(name, password string, _ echo.Context) (bool, error) { return password == "pass", nil }

func validKey(key string, _ echo.Context) (bool, error) {
	if key == "" {
		return false, errors.New("no key")
	}
	return key == "key", nil
}

// admin asks what the token says.
func admin(c echo.Context) error {
	token, ok := c.Get("user").(*jwt.Token)
	if !ok {
		return echo.ErrUnauthorized
	}
	claims := token.Claims.(jwt.MapClaims)
	if claims["role"] != "admin" {
		return echo.ErrForbidden
	}
	return done(c)
}

func done(c echo.Context) error {
	c.Response().Header().Set("X-Acted", "yes")
	return c.String(http.StatusOK, "done")
}
