// Package app is an application whose services samber/do makes.
package app

import (
	"net/http"

	"github.com/samber/do/v2"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// Injector has the services of the application.
func Injector() do.Injector {
	i := do.New(office, do.Package(
		do.Lazy(newPrices),
		do.LazyNamed("admin", newAdmin),
		do.Bind[*prices, Lister](),
	))
	do.Provide(i, newRouter)
	do.Provide(i, newHandler)
	do.ProvideNamed(i, "user", func(do.Injector) (Guard, error) { return auth.Require, nil })
	do.Provide(i, newAdmin)
	do.ProvideValue(i, &config{prefix: "/shop"})
	return i
}

// A Guard is middleware.
type Guard func(http.Handler) http.Handler

// A Lister lists something.
type Lister interface {
	List(w http.ResponseWriter, r *http.Request)
}

type config struct{ prefix string }

type prices struct{ guard Guard }

func newPrices(i do.Injector) (*prices, error) {
	return &prices{do.MustInvokeNamed[Guard](i, "user")}, nil
}

func (p *prices) List(w http.ResponseWriter, r *http.Request) {
	p.guard(http.HandlerFunc(auth.Done)).ServeHTTP(w, r)
}

func newAdmin(i do.Injector) (Guard, error) { return auth.Role("admin"), nil }

// desk is what the office is made of.
type desk struct{ admin, other Guard }

// office is a package.
func office(i do.Injector) {
	do.Provide(i, func(i do.Injector) (*desk, error) {
		g, err := do.InvokeNamed[Guard](i, "admin")
		return &desk{g, do.MustInvoke[Guard](i)}, err
	})
}

func (d *desk) register(mux *http.ServeMux) {
	mux.Handle("GET /office", d.admin(http.HandlerFunc(auth.Done)))
	mux.Handle("PUT /office", d.other(http.HandlerFunc(auth.Done)))
	mux.HandleFunc("DELETE /office", auth.Done) // planted fault
}

func newRouter(i do.Injector) (*http.ServeMux, error) {
	mux := http.NewServeMux()
	prefix := do.MustInvoke[*config](i).prefix
	mux.HandleFunc("GET "+prefix+"/prices", do.MustInvoke[Lister](i).List)
	mux.HandleFunc("GET "+prefix+"/offers", auth.Done) // planted fault
	do.MustInvoke[*desk](i).register(mux)
	return mux, nil
}

// newHandler makes a handler of what a scope of its own has, too.
func newHandler(i do.Injector) (http.Handler, error) {
	s := i.Scope("inner")
	do.Provide(s, func(i do.Injector) (Guard, error) { return auth.Identify, nil })
	mux, err := do.Invoke[*http.ServeMux](s)
	if err != nil {
		return nil, err
	}
	return do.MustInvoke[Guard](s)(mux), nil
}
