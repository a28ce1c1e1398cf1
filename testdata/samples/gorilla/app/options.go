package app

import (
	"io"
	"log"

	"github.com/gorilla/mux"

	"github.com/guardvet/guardvet/testdata/samples/gorilla/auth"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/mw"
)

type config struct {
	outer    []mux.MiddlewareFunc // around the router
	chain    []mux.MiddlewareFunc // of the router
	users    *auth.Service
	accounts map[string]string
	hookKey  string
}

// An Option is a choice of whoever serves the library.
type Option func(*config)

// WithOuter adds middleware around the router.
func WithOuter(more ...mux.MiddlewareFunc) Option {
	return func(cfg *config) { cfg.outer = append(cfg.outer, more...) }
}

// WithMiddleware adds middleware for every route.
func WithMiddleware(more ...mux.MiddlewareFunc) Option {
	return func(cfg *config) { cfg.chain = append(cfg.chain, more...) }
}

// WithUsers sets who the members are. Their requests are identified.
func WithUsers(s auth.Store) Option {
	return func(cfg *config) {
		cfg.users = auth.NewService(s)
		cfg.chain = append(cfg.chain, cfg.users.Identify)
	}
}

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
		WithOuter(mw.Logger(log.New(io.Discard, "", 0)), mw.Recover),
		WithMiddleware(mw.RequestID, limiter.Middleware),
		WithMiddleware(mw.CSRF("https://library.example")),
		WithUsers(auth.Memory{
			"user":  {Name: "user"},
			"admin": {Name: "admin", Roles: []string{"admin"}},
		}),
		WithOperators(map[string]string{"user": "pass", "admin": "pass"}),
		WithHookKey("hook-key"),
	}
}
