// Package app puts the sample together: one API on the routes of net/http, one on a
// router of chi.
package app

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/danielgtaylor/huma/v2/sse"
	"github.com/go-chi/chi/v5"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() http.Handler {
	h, _, _ := Make()
	return h
}

// Make makes the application and its two APIs.
func Make() (h http.Handler, shop, office huma.API) {
	mux := http.NewServeMux()
	config := huma.DefaultConfig("Shop", "1.0.0")
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"bearer": {Type: "http", Scheme: "bearer"}}
	shop = humago.New(mux, config)
	register(shop)

	r := chi.NewRouter()
	office = register2(r)
	mux.Handle("/office/", http.StripPrefix("/office", r))
	return mux, shop, office
}

func register(api huma.API) {
	huma.Get(api, "/healthz", show)
	huma.Get(api, "/products/{id}", show)
	early := huma.NewGroup(api, "/early")
	huma.Delete(early, "/products/{id}", remove) // planted fault: the middleware comes later
	account(api)
	huma.AutoRegister(api, &letters{api})
	secured(api)

	api.UseMiddleware(requireUser(api))
	huma.Get(early, "/orders", show) // the group asks its parent now
	huma.Get(api, "/orders", show)
	huma.Register(api, huma.Operation{
		OperationID: "cancel", Method: http.MethodPost, Path: "/orders/{id}/cancel", Middlewares: huma.Middlewares{requireRole(api, "admin")},
	}, remove)
	huma.Post(api, "/orders/{id}/refund", remove, func(o *huma.Operation) {
		o.Middlewares = append(o.Middlewares, requireRole(api, "admin"))
	})
	for _, path := range []string{"/reports/day", "/reports/month"} {
		huma.Get(api, path, show, huma.OperationTags("reports"))
	}
	sse.Register(api, huma.Operation{OperationID: "events", Method: http.MethodGet, Path: "/events"}, map[string]any{"x": Event{}}, events)
	groups(api)
}

// groups are those behind the middleware of the API.
func groups(api huma.API) {
	admin := huma.NewGroup(api, "/admin", "/v2/admin")
	huma.Get(admin, "/stats", show) // planted fault: before the group asks for the role
	admin.UseMiddleware(requireRole(api, "admin"))
	huma.Get(admin, "/users", show)
	users := huma.NewGroup(admin, "/users")
	huma.Delete(users, "/{id}", remove)

	prefixed := huma.NewGroup(api, "/prefixed")
	prefixed.UseSimpleModifier(func(o *huma.Operation) { o.Middlewares = append(o.Middlewares, requireRole(api, "admin")) })
	huma.Get(prefixed, "/audit", show) // planted fault: the modifier is given a copy

	plain := huma.NewGroup(api)
	plain.UseSimpleModifier(func(o *huma.Operation) { o.Middlewares = append(o.Middlewares, requireRole(api, "admin")) })
	huma.Get(plain, "/plain/audit", show)

	twice := huma.NewGroup(api)
	twice.UseModifier(func(o *huma.Operation, next func(*huma.Operation)) {
		next(o)
		again := *o
		again.Path, again.OperationID = "/again"+o.Path, "again-"+o.OperationID
		next(&again)
	})
	huma.Get(twice, "/twice", show)
}

// letters registers its operations by its methods.
type letters struct{ api huma.API }

func (l *letters) RegisterRead(api huma.API) {
	huma.Get(api, "/letters/{id}", remove)
}

func (l *letters) RegisterWrite(api huma.API) {
	huma.Register(api, huma.Operation{
		OperationID: "write", Method: http.MethodPut, Path: "/letters", Middlewares: huma.Middlewares{requireUser(l.api), requireRole(l.api, "admin")},
	}, show)
}

// account are operations that ask for themselves.
func account(api huma.API) {
	huma.Get(api, "/account", own)
	huma.Get(api, "/account/session", session)
	huma.Get(api, "/account/name", named)
	huma.Delete(api, "/account", wrapped)
	huma.Put(api, "/account/limit", limit)
	huma.Get(api, "/account/friends", resolved)
	huma.Get(api, "/account/rights", listed)
	huma.Get(api, "/account/even", even)
	huma.Put(api, "/account/photo", forgetful) // planted fault
	huma.Register(api, huma.Operation{
		OperationID: "documented", Method: http.MethodGet, Path: "/account/documented", Security: []map[string][]string{{"bearer": {}}},
	}, show) // planted fault: nobody asks for Security
	huma.Register(api, huma.Operation{
		OperationID: "optional", Method: http.MethodGet, Path: "/account/optional", Security: []map[string][]string{{}, {"bearer": {}}},
	}, show) // documented to work without a token too
	huma.Register(api, huma.Operation{
		OperationID: "export", Method: http.MethodGet, Path: "/export", Middlewares: huma.Middlewares{leaky(api)},
	}, show) // planted fault: WriteErr stops nothing
}

// secured are operations behind middleware that asks whether they are documented to be secured.
func secured(api huma.API) {
	g := huma.NewGroup(api, "/secured")
	g.UseMiddleware(asDocumented(api))
	bearer := []map[string][]string{{"bearer": {}}}
	huma.Register(g, huma.Operation{OperationID: "letters", Method: http.MethodGet, Path: "/letters", Security: bearer}, show)
	huma.Get(g, "/drafts", show, func(o *huma.Operation) { o.Security = bearer })
	huma.Get(g, "/notes", show) // planted fault: not documented
	below := huma.NewGroup(g)
	below.UseSimpleModifier(func(o *huma.Operation) { o.Security = bearer })
	huma.Get(below, "/below", show)
}

// register2 has the middleware of the router.
func register2(r chi.Router) huma.API {
	config := huma.DefaultConfig("Office", "1.0.0")
	config.DocsPath = ""
	config.OpenAPIPath = "/description"
	api := humachi.New(r, config)
	huma.Get(api, "/public", show)
	r.Group(func(r chi.Router) {
		r.Use(auth.Require)
		config := huma.Config{OpenAPI: api.OpenAPI(), Formats: huma.DefaultFormats, DefaultFormat: "application/json"}
		inner := humachi.New(r, config)
		huma.Get(inner, "/letters", show)
		inner.UseMiddleware(requireRole(inner, "admin"))
		huma.Delete(inner, "/letters/{id}", remove)
	})
	return api
}
