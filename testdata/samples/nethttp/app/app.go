// Package app puts the warehouse together.
package app

import (
	"net/http"
	"os"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/admin"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/api"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/auth"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/mw"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/rest"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/web"
)

// New makes the warehouse's handler.
func New(opts ...Option) http.Handler {
	cfg := &config{}
	for _, o := range opts {
		o(cfg)
	}
	mux := http.NewServeMux()
	// Wrapped before anything is registered: what comes later is behind it too.
	h := mw.Wrap(mux, cfg.chain...)
	web.Register(mux)
	mux.Handle("/api/", http.StripPrefix("/api", api.New(cfg.guard)))
	mux.Handle("/admin/", admin.New("admin"))
	// Planted fault: the longer pattern wins, and it has no keeper.
	mux.HandleFunc("GET /admin/reports/daily/latest", admin.Latest)
	operators(mux, cfg.realm)
	personal(mux)
	labels(mux)
	preview(mux)
	mux.Handle("GET /tours", strict(show("tours")))
	mux.Handle("/partners/", partners())
	return h
}

// operators have a host of their own, and credentials of their own.
func operators(mux *http.ServeMux, realm auth.Realm) {
	inner := http.NewServeMux()
	inner.HandleFunc("GET /metrics", show("metrics"))
	inner.Handle("POST /drain", auth.RequireRole("admin")(show("draining")))
	mux.Handle("ops.warehouse.example/", realm.Check(inner))
	// Planted fault: not on the inner mux, and so without the realm.
	mux.HandleFunc("GET ops.warehouse.example/queue", show("queue"))
}

// personal is for users, wherever in the tree.
func personal(mux *http.ServeMux) {
	mux.HandleFunc("GET /me", auth.UserOnly(me))
	// Everybody may see the badge, users may change it.
	mux.Handle("/badge", mw.Only(auth.RequireUser, http.MethodPost, http.MethodPut)(show("badge")))
	mux.HandleFunc("GET /drafts", drafts)
	// A handler by its method.
	mux.HandleFunc("GET /signs", fresh(signs()).ServeHTTP)
	mux.HandleFunc("GET /keys", auth.RequireUser(signs()).ServeHTTP)
}

// labels is a planted fault: what RequireUser makes is dropped.
func labels(mux *http.ServeMux) {
	inner := http.NewServeMux()
	inner.HandleFunc("GET /labels/{name}", show("label"))
	auth.RequireUser(inner)
	mux.Handle("/labels/", inner)
}

// preview is public in the demonstration, which says so in its environment.
func preview(mux *http.ServeMux) {
	var h http.Handler = show("preview")
	if os.Getenv("WAREHOUSE_DEMO") == "" {
		h = auth.RequireUser(h)
	}
	mux.Handle("GET /preview", h)
}

// strict refuses guests where the environment says so: it asks who they are first.
func strict(next http.Handler) http.Handler {
	needed := os.Getenv("WAREHOUSE_STRICT") != ""
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := auth.FromRequest(r); !ok && needed {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// partners are behind a guard that is added last.
func partners() http.Handler {
	s := &rest.Stack{}
	s.HandleFunc("GET /partners/catalog", show("catalog"))
	s.Use(mw.NoStore, auth.RequireUser)
	s.Handle("POST /partners/orders", auth.RequireRole("admin")(show("order")))
	return s
}

// drafts is a planted fault: what Require answers does not stop its caller.
func drafts(w http.ResponseWriter, r *http.Request) {
	auth.Require(w, r)
	rest.OK(w, "drafts")
}

func me(w http.ResponseWriter, r *http.Request) {
	u, _ := auth.FromContext(r.Context())
	rest.OK(w, u.Name)
}

// fresh is one of two handlers, which the environment chooses.
func fresh(next http.Handler) http.Handler {
	if os.Getenv("WAREHOUSE_DEMO") == "" {
		return mw.NoStore(next)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

func signs() http.Handler { return show("signs") }

func show(what string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { rest.OK(w, what) }
}
