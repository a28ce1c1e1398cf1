package app

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/auth"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/mw"
)

type config struct {
	chain []mw.Middleware
	guard mw.Middleware
	realm auth.Realm
}

// An Option is a choice of whoever serves the warehouse.
type Option func(*config)

// WithMiddleware adds middleware for every request.
func WithMiddleware(more ...mw.Middleware) Option {
	return func(cfg *config) { cfg.chain = append(cfg.chain, more...) }
}

// WithGuard sets what keeps the private part of the API.
func WithGuard(guard mw.Middleware) Option { return func(cfg *config) { cfg.guard = guard } }

// WithOperators sets who may see the machine room.
func WithOperators(accounts map[string]string) Option {
	return func(cfg *config) { cfg.realm = auth.Realm{Name: "operators", Accounts: accounts} }
}

// Defaults are the options of the program.
func Defaults() []Option {
	return []Option{
		WithMiddleware(mw.RequestID, mw.Log(slog.New(slog.DiscardHandler)), mw.Recover),
		WithMiddleware(mw.NewLimiter(1000).Limit, mw.Timeout(30*time.Second), mw.CORS("https://warehouse.example")),
		WithMiddleware(http.NewCrossOriginProtection().Handler, auth.Identify),
		WithGuard(auth.RequireUser),
		WithOperators(map[string]string{"user": "pass", "admin": "pass"}),
	}
}
