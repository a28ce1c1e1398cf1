package app

import (
	"io"
	"log"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/auth"
	"github.com/guardvet/guardvet/testdata/samples/gin/middleware"
)

type config struct {
	chain    []gin.HandlerFunc
	guard    gin.HandlerFunc
	accounts gin.Accounts
	hookKey  string
}

// An Option is a choice of whoever serves the shop.
type Option func(*config)

// WithMiddleware adds middleware for every request.
func WithMiddleware(more ...gin.HandlerFunc) Option {
	return func(cfg *config) { cfg.chain = append(cfg.chain, more...) }
}

// WithGuard sets what keeps the private part of the API.
func WithGuard(guard gin.HandlerFunc) Option {
	return func(cfg *config) { cfg.guard = guard }
}

// WithOperators sets who may see the machine room.
func WithOperators(accounts gin.Accounts) Option {
	return func(cfg *config) { cfg.accounts = accounts }
}

// WithHookKey sets the key of the payment provider.
func WithHookKey(key string) Option { return func(cfg *config) { cfg.hookKey = key } }

// Defaults are the options of the program.
func Defaults() []Option {
	limiter := &middleware.Limiter{Max: 1000}
	return []Option{
		WithMiddleware(gin.Recovery(), middleware.RequestID, middleware.Logger(log.New(io.Discard, "", 0))),
		WithMiddleware(middleware.CORS("https://shop.example"), limiter.Limit, middleware.CSRF),
		WithMiddleware(auth.Identify, middleware.Errors),
		WithGuard(auth.RequireUser),
		WithOperators(gin.Accounts{"user": "pass", "admin": "pass"}),
		WithHookKey("hook-key"),
	}
}
