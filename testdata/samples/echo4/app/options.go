package app

import (
	"io"
	"log"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"github.com/guardvet/guardvet/testdata/samples/echo4/auth"
	"github.com/guardvet/guardvet/testdata/samples/echo4/mw"
)

type config struct {
	chain    []echo.MiddlewareFunc
	guard    echo.MiddlewareFunc
	password string
	hookKey  string
}

// An Option is a choice of whoever serves the library.
type Option func(*config)

// WithMiddleware adds middleware for every request.
func WithMiddleware(more ...echo.MiddlewareFunc) Option {
	return func(cfg *config) { cfg.chain = append(cfg.chain, more...) }
}

// WithGuard sets what keeps the private part of the API.
func WithGuard(guard echo.MiddlewareFunc) Option {
	return func(cfg *config) { cfg.guard = guard }
}

// WithPassword sets the operators' password.
func WithPassword(password string) Option { return func(cfg *config) { cfg.password = password } }

// WithHookKey sets the key of the payment provider.
func WithHookKey(key string) Option { return func(cfg *config) { cfg.hookKey = key } }

// Defaults are the options of the program.
func Defaults() []Option {
	limiter := &mw.Limiter{Max: 1000}
	return []Option{
		WithMiddleware(middleware.Recover(), middleware.RequestID(), mw.Logger(log.New(io.Discard, "", 0))),
		WithMiddleware(middleware.Secure(), middleware.BodyLimit("1M"), echo.WrapMiddleware(mw.NoStore)),
		WithMiddleware(middleware.CORSWithConfig(middleware.CORSConfig{AllowOrigins: []string{"https://library.example"}})),
		WithMiddleware(limiter.Limit, mw.CSRF, auth.Identify),
		WithGuard(auth.RequireUser),
		WithPassword("pass"),
		WithHookKey("hook-key"),
	}
}
