// Package app puts the sample together: the handlers of a shop on a mux, each with the
// options that it was given.
package app

import (
	"net/http"

	"connectrpc.com/authn"
	"connectrpc.com/connect"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/connect/shop/shopconnect"
)

// New makes the application.
func New() http.Handler {
	signedIn := connect.WithInterceptors(logging(), authenticator{})
	mux := http.NewServeMux()
	mux.Handle(shopconnect.NewCatalogHandler(catalog{}, connect.WithInterceptors(logging())))
	mux.Handle(shopconnect.NewOrdersHandler(&orders{store: map[string]string{}}, signedIn, connect.WithReadMaxBytes(1<<20)))
	mux.Handle(shopconnect.NewAdminHandler(admin{}, connect.WithHandlerOptions(
		// planted fault: it is for unary methods, and Audit is a stream
		connect.WithInterceptors(connect.UnaryInterceptorFunc(administrators)),
	)))
	mux.Handle(shopconnect.NewHooksHandler(hooks{key: "hook-key"}))
	mux.Handle("/store.v1.Files/Upload", auth.Require(connect.NewUnaryHandlerSimple("/store.v1.Files/Upload", upload)))
	mux.Handle("/store.v1.Files/Remove", connect.NewUnaryHandlerSimple("/store.v1.Files/Remove", upload, connect.WithRequestGate(gate), connect.WithInterceptors(logging())))
	mux.Handle("/store.v1.Files/Follow", connect.NewServerStreamHandlerSimple("/store.v1.Files/Follow", follow, connect.WithRequestGate(gate)))
	known := authn.NewMiddleware(byProcedure)
	mux.Handle("/store.v1.Files/Replace", known.Wrap(connect.NewUnaryHandlerSimple("/store.v1.Files/Replace", upload)))
	mux.Handle("/store.v1.Files/Peek", known.Wrap(connect.NewUnaryHandlerSimple("/store.v1.Files/Peek", upload)))
	mapped(mux)
	return mux
}
