// Package admin is a module of the application with a router of its own.
package admin

import (
	"net/http"

	"go.uber.org/fx"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A Guard is middleware.
type Guard func(http.Handler) http.Handler

// Module has the routes of administrators. Within it the guard asks for more than
// outside of it.
var Module = fx.Module("admin",
	fx.Provide(newDesk, fx.Private),
	fx.Provide(fx.Annotate(newRouter, fx.ResultTags(`name:"admin"`))),
	fx.Decorate(func(g Guard) Guard {
		return func(next http.Handler) http.Handler { return g(auth.Role("admin")(next)) }
	}),
	fx.Invoke(register),
)

type desk struct{ guard Guard }

func newDesk(g Guard) *desk { return &desk{g} }

func newRouter() *http.ServeMux { return http.NewServeMux() }

type wants struct {
	fx.In

	Mux   *http.ServeMux `name:"admin"`
	Desk  *desk
	Audit http.Handler `name:"audit" optional:"true"`
}

func register(w wants) {
	w.Mux.Handle("GET /admin/users", w.Desk.guard(http.HandlerFunc(auth.Done)))
	w.Mux.Handle("DELETE /admin/users", auth.Require(http.HandlerFunc(auth.Done))) // planted fault: any user may
	if w.Audit != nil {
		w.Mux.Handle("GET /admin/audit", w.Audit)
	}
}
