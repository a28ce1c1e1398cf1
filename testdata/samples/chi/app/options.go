package app

import (
	"io"
	"log"
	"time"

	"github.com/go-chi/chi/v5/middleware"

	"github.com/guardvet/guardvet/testdata/samples/chi/auth"
	"github.com/guardvet/guardvet/testdata/samples/chi/mw"
)

type config struct {
	chain    []mw.Middleware
	guard    mw.Middleware
	accounts map[string]string
	hookKey  string
}

// An Option is a choice of whoever serves the tracker.
type Option func(*config)

// WithMiddleware adds middleware for every request.
func WithMiddleware(more ...mw.Middleware) Option {
	return func(cfg *config) { cfg.chain = append(cfg.chain, more...) }
}

// WithGuard sets what keeps the private part of the API.
func WithGuard(guard mw.Middleware) Option { return func(cfg *config) { cfg.guard = guard } }

// WithOperators sets who may see the machine room.
func WithOperators(accounts map[string]string) Option {
	return func(cfg *config) { cfg.accounts = accounts }
}

// WithHookKey sets the key of the payment provider.
func WithHookKey(key string) Option { return func(cfg *config) { cfg.hookKey = key } }

// Defaults are the options of the program.
func Defaults() []Option {
	limiter := &mw.Limiter{Max: 1000}
	return []Option{
		// Before the log: a sign of life every second is not worth a line.
		WithMiddleware(middleware.Heartbeat("/ping"), middleware.RequestID, middleware.Recoverer),
		WithMiddleware(mw.Logger(log.New(io.Discard, "", 0)), middleware.Timeout(30*time.Second)),
		WithMiddleware(mw.CORS("https://tracker.example"), limiter.Limit, mw.CSRF),
		WithMiddleware(auth.Identify),
		WithGuard(auth.RequireUser),
		WithOperators(map[string]string{"user": "pass", "admin": "pass"}),
		WithHookKey("hook-key"),
	}
}
