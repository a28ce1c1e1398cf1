// Package app puts the sample together: a generated service behind middleware, and routes
// that the application registers itself.
package app

import (
	"context"
	"io"
	nethttp "net/http"
	"strings"

	"github.com/go-kratos/kratos/v2/errors"
	"github.com/go-kratos/kratos/v2/log"
	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/middleware/auth/jwt"
	"github.com/go-kratos/kratos/v2/middleware/logging"
	"github.com/go-kratos/kratos/v2/middleware/recovery"
	"github.com/go-kratos/kratos/v2/middleware/selector"
	"github.com/go-kratos/kratos/v2/transport"
	"github.com/go-kratos/kratos/v2/transport/http"
	jwtv5 "github.com/golang-jwt/jwt/v5"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/kratos/shop"
)

// Secret is the key of the tokens.
const Secret = "a secret of some length"

// New makes the server.
func New() *http.Server {
	s := http.NewServer(
		http.Middleware(
			recovery.Recovery(),
			logging.Server(log.NewStdLogger(io.Discard)),
			identify,
			selector.Server(jwt.Server(key)).Match(closed).Build(),
			selector.Server(requireUser).Prefix("/internal/").Build(),
		),
		http.Filter(header),
	)
	s.Use("/shop.v1.Admin/*", requireRole("admin"))
	shop.RegisterShopHTTPServer(s, service{})
	s.HandleFunc("/healthz", auth.Done)
	s.Handle("/metrics", auth.Role("admin")(done{}))
	r := s.Route("/internal", auth.Require)
	r.GET("/jobs", job)
	r.POST("/jobs", job, auth.Role("admin"))
	g := r.Group("/queues", auth.Role("admin"))
	g.PUT("/{name}", job)
	raw := s.Route("/raw")
	raw.GET("/export", job) // planted fault: a handler of one's own passes no middleware
	raw.GET("/checked", checked)
	raw.GET("/own", own)
	return s
}

func key(*jwtv5.Token) (any, error) { return []byte(Secret), nil }

// open are the operations that everybody may call.
var open = map[string]bool{
	shop.OperationShopGetProduct: true,
	shop.OperationShopLogin:      true,
	shop.OperationShopAddProduct: true, // planted fault
}

// closed says which operations ask for a token.
func closed(_ context.Context, operation string) bool {
	return strings.HasPrefix(operation, "/shop.v1.") && !open[operation]
}

type tokenKey struct{}

// identify refuses nobody: it keeps the token, if there is one.
func identify(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		if tr, ok := transport.FromServerContext(ctx); ok {
			if parts := strings.SplitN(tr.RequestHeader().Get("Authorization"), " ", 2); len(parts) == 2 {
				ctx = context.WithValue(ctx, tokenKey{}, parts[1])
			}
		}
		return next(ctx, req)
	}
}

// requireUser asks for a user of the application's own.
func requireUser(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		if _, err := caller(ctx); err != nil {
			return nil, err
		}
		return next(ctx, req)
	}
}

// requireRole asks the token for the role.
func requireRole(role string) middleware.Middleware {
	return func(next middleware.Handler) middleware.Handler {
		return func(ctx context.Context, req any) (any, error) {
			claims, ok := jwt.FromContext(ctx)
			if !ok {
				return nil, errors.Unauthorized("UNAUTHORIZED", "log in first")
			}
			if claims.(jwtv5.MapClaims)["role"] != role {
				return nil, errors.Forbidden("FORBIDDEN", "not for you")
			}
			return next(ctx, req)
		}
	}
}

var errNobody = errors.Unauthorized("UNAUTHORIZED", "log in first").WithMetadata(map[string]string{"realm": "shop"})

// caller is who sends the request.
func caller(ctx context.Context) (*auth.User, error) {
	tr, ok := transport.FromServerContext(ctx)
	if !ok {
		return nil, errors.InternalServer("TRANSPORT", "no transport")
	}
	u, err := auth.Find(tr.RequestHeader().Get("Authorization"))
	if err != nil {
		return nil, errNobody
	}
	return u, nil
}

// header refuses nobody.
func header(next nethttp.Handler) nethttp.Handler { return next }
