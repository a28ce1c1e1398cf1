// Package app puts the sample together: services of a shop, each with a guard of another
// kind.
package app

import (
	"context"
	"net/http"

	"github.com/twitchtv/twirp"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/twirp/shop"
)

// New makes the handler of the application.
func New() http.Handler {
	mux := http.NewServeMux()
	catalog := shop.NewCatalogServer(catalog{}, twirp.WithServerInterceptors(count))
	orders := shop.NewOrdersServer(orders{}, twirp.WithServerHooks(twirp.ChainHooks(&twirp.ServerHooks{RequestReceived: known}, &twirp.ServerHooks{Error: failed})))
	admin := shop.NewAdminServer(admin{}, twirp.WithServerInterceptors(many(16, requireRole("admin"))...))
	hooks := shop.NewHooksServer(hooks{}, &twirp.ServerHooks{RequestRouted: routed})
	mux.Handle(catalog.PathPrefix(), catalog)
	mux.Handle(orders.PathPrefix(), auth.Identify(orders))
	mux.Handle(admin.PathPrefix(), auth.Identify(admin))
	mux.Handle(shop.HooksPathPrefix, requireKey(hooks))
	return mux
}

// known is a hook that refuses who is not known.
func known(ctx context.Context) (context.Context, error) {
	if auth.Current(ctx) == nil {
		return ctx, twirp.NewError(twirp.Unauthenticated, "log in first")
	}
	return ctx, nil
}

// routed refuses nobody.
func routed(ctx context.Context) (context.Context, error) { return ctx, nil }

func failed(ctx context.Context, _ twirp.Error) context.Context { return ctx }

// count refuses nobody.
func count(next twirp.Method) twirp.Method {
	return func(ctx context.Context, req interface{}) (interface{}, error) { return next(ctx, req) }
}

// many are more steps than most programs have.
func many(n int, last twirp.Interceptor) (list []twirp.Interceptor) {
	for range n {
		list = append(list, count)
	}
	return append(list, last)
}

// requireRole asks for the role, but for methods that somebody has left open.
func requireRole(role string) twirp.Interceptor {
	return func(next twirp.Method) twirp.Method {
		return func(ctx context.Context, req interface{}) (interface{}, error) {
			if name, _ := twirp.MethodName(ctx); name == "Stats" { // planted fault
				return next(ctx, req)
			}
			u := auth.Current(ctx)
			if u == nil {
				return nil, twirp.Unauthenticated.Error("log in first")
			}
			if !u.Has(role) {
				return nil, twirp.WrapError(twirp.NewError(twirp.PermissionDenied, "not for you"), context.Canceled)
			}
			return next(ctx, req)
		}
	}
}

// requireKey asks the payment provider for its key.
func requireKey(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Api-Key") != "hook-key" {
			twirp.WriteError(w, twirp.NewErrorf(twirp.PermissionDenied, "no key"))
			return
		}
		next.ServeHTTP(w, r)
	})
}
