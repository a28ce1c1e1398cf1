// Package api is the warehouse's API.
package api

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/auth"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/mw"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/rest"
)

// An API is a version of the API on a mux of its own.
type API struct {
	mux   *http.ServeMux
	guard mw.Middleware
}

// New makes the API, which sees paths from the version on; guard keeps its
// private part.
func New(guard mw.Middleware) http.Handler {
	v1 := &API{mux: http.NewServeMux(), guard: guard}
	v1.items()
	v1.orders()
	v1.mux.Handle("/bins", bins{"A1", "A2"})
	v1.mux.Handle("POST /search", rest.Public(search))
	v1.mux.Handle("POST /quotes", rest.Private(quote))
	root := http.NewServeMux()
	root.Handle("/v1/", http.StripPrefix("/v1", v1.mux))
	return root
}

// private registers behind the guard, and more.
func (a *API) private(pattern string, h http.HandlerFunc, more ...mw.Middleware) {
	a.mux.Handle(pattern, mw.Wrap(h, append([]mw.Middleware{a.guard}, more...)...))
}

func (a *API) items() {
	a.private("POST /items", createItem)
	a.private("PUT /items/{id}", updateItem, auth.RequireRole("admin"))
	// Planted fault: somebody forgot that this one is private as well.
	a.mux.HandleFunc("DELETE /items/{id}", deleteItem)
	// Nothing is stripped: StripPrefix knows no wildcards.
	stock := a.guard(stock())
	a.mux.Handle("/items/{id}/stock/", stock)
}

// stock sees paths from the items on, as does moves.
func stock() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items/{id}/stock/{bin}", getStock)
	mux.Handle("PUT /items/{id}/stock/{bin}", auth.RequireRole("admin")(http.HandlerFunc(setStock)))
	mux.Handle("/items/{id}/stock/{bin}/moves/", mw.Chain(mw.NoStore, auth.RequireRole("admin"))(moves()))
	return mux
}

func moves() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items/{id}/stock/{bin}/moves/{$}", listMoves)
	return mux
}

func (a *API) orders() {
	a.private("POST /orders", createOrder)
	// Planted fault: what is not POST goes here, and there is more than GET.
	a.mux.HandleFunc("/orders", listOrders)
	a.mux.Handle("GET /orders/{id}", auth.As(getOrder))
	a.mux.Handle("POST /orders/{id}/ship", rest.Handler(shipOrder))
	a.mux.Handle("GET /orders/labels", rest.Handler(listLabels))
}
