// Package app puts the club together.
package app

import (
	"crypto/subtle"
	"embed"
	"log/slog"
	"net/http"

	"github.com/labstack/echo/v5"
	"github.com/labstack/echo/v5/middleware"

	"github.com/guardvet/guardvet/testdata/samples/echo5/admin"
	"github.com/guardvet/guardvet/testdata/samples/echo5/api"
	"github.com/guardvet/guardvet/testdata/samples/echo5/auth"
)

//go:embed files
var embedded embed.FS

type config struct {
	chain   []echo.MiddlewareFunc
	guard   echo.MiddlewareFunc
	hookKey string
}

// An Option is a choice of whoever serves the club.
type Option func(*config)

// WithMiddleware adds middleware for every request.
func WithMiddleware(more ...echo.MiddlewareFunc) Option {
	return func(cfg *config) { cfg.chain = append(cfg.chain, more...) }
}

// WithGuard sets what keeps the private part of the API.
func WithGuard(guard echo.MiddlewareFunc) Option { return func(cfg *config) { cfg.guard = guard } }

// WithHookKey sets the key of the payment provider.
func WithHookKey(key string) Option { return func(cfg *config) { cfg.hookKey = key } }

// Defaults are the options of the program.
func Defaults() []Option {
	return []Option{
		WithMiddleware(middleware.Recover(), middleware.RequestID(), middleware.Secure()),
		WithMiddleware(auth.Identify),
		WithGuard(auth.RequireUser),
		WithHookKey("hook-key"),
	}
}

// A Club is what is served: for the host of the desk another echo than for the
// others.
type Club struct{ Echo, Desk *echo.Echo }

// New makes the club.
func New(opts ...Option) *Club {
	cfg := &config{}
	for _, o := range opts {
		o(cfg)
	}
	desk := echo.NewWithConfig(echo.Config{Logger: slog.New(slog.DiscardHandler)})
	e := echo.NewVirtualHostHandler(map[string]*echo.Echo{"desk.club.example": desk})
	e.Logger = slog.New(slog.DiscardHandler)
	public(e)
	e.GET("/me", counter)
	e.Use(cfg.chain...)
	if err := api.Register(e.Group("/api").Group("/v1"), cfg.guard); err != nil {
		panic(err)
	}
	admin.New(e.Group("/admin")).Register()
	admin.Jobs(e.Group("/jobs"))
	hooks(e, cfg.hookKey)
	// Planted fault: the desk's requests never come to the middleware of e.
	desk.GET("/counter", counter)
	desk.POST("/counter", counter, auth.RequireUser)
	for _, prefix := range []string{"/me", "/counter"} {
		e.Use(auth.Below(prefix, auth.RequireUser))
	}
	return &Club{Echo: e, Desk: desk}
}

func public(e *echo.Echo) {
	e.GET("/healthz", counter)
	// Files for members: static routes take middleware, too.
	e.StaticFS("/files", echo.MustSubFS(embedded, "files"), auth.RequireUser)
}

func hooks(e *echo.Echo, key string) {
	g := e.Group("/hooks", middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{
		KeyLookup: "header:X-Hook-Key",
		Validator: func(_ *echo.Context, given string, _ middleware.ExtractorSource) (bool, error) {
			return subtle.ConstantTimeCompare([]byte(given), []byte(key)) == 1, nil
		},
	}))
	g.POST("/payment", func(c *echo.Context) error {
		api.Acted(c.Response())
		return c.NoContent(http.StatusNoContent)
	})
}

func counter(c *echo.Context) error { return api.OK(c, "open") }
