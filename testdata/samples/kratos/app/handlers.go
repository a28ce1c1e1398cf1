package app

import (
	"context"
	nethttp "net/http"

	"github.com/go-kratos/kratos/v2/errors"
	"github.com/go-kratos/kratos/v2/transport/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/kratos/shop"
)

// service does what the generated handlers are for.
type service struct{}

func (service) GetProduct(ctx context.Context, _ *shop.Request) (*shop.Reply, error) { return act(ctx) }
func (service) AddProduct(ctx context.Context, _ *shop.Request) (*shop.Reply, error) { return act(ctx) }
func (service) Login(ctx context.Context, _ *shop.Request) (*shop.Reply, error)      { return act(ctx) }
func (service) ListOrders(ctx context.Context, _ *shop.Request) (*shop.Reply, error) { return act(ctx) }
func (service) CancelOrder(ctx context.Context, _ *shop.Request) (*shop.Reply, error) {
	return act(ctx)
}
func (service) DropUser(ctx context.Context, _ *shop.Request) (*shop.Reply, error) { return act(ctx) }

func act(context.Context) (*shop.Reply, error) { return &shop.Reply{Acted: true}, nil }

type done struct{}

func (done) ServeHTTP(w nethttp.ResponseWriter, r *nethttp.Request) { auth.Done(w, r) }

// job is a handler of the application's own.
func job(ctx http.Context) error {
	return ctx.String(200, "done")
}

// checked passes the middleware of its own accord: that for its path.
func checked(ctx http.Context) error {
	http.SetOperation(ctx, "/internal/checked")
	h := ctx.Middleware(func(context.Context, any) (any, error) { return "done", nil })
	out, err := h(ctx, nil)
	if err != nil {
		return err
	}
	return ctx.JSON(200, out)
}

// own asks for itself.
func own(ctx http.Context) error {
	u, err := auth.Authenticate(ctx.Request())
	if err != nil {
		return errors.Unauthorized("UNAUTHORIZED", "log in first")
	}
	if !u.Has("admin") {
		return errors.New(403, "FORBIDDEN", "not for you")
	}
	return ctx.Result(200, map[string]bool{"done": true})
}
