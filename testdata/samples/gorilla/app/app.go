// Package app puts the library together.
package app

import (
	"net/http"

	"github.com/gorilla/mux"

	"github.com/guardvet/guardvet/testdata/samples/gorilla/api"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/auth"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/desk"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/mw"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/rest"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/web"
)

// An App is the library.
type App struct {
	*config
	Router *mux.Router
}

// New makes the library's routes.
func New(opts ...Option) *App {
	a := &App{config: &config{}, Router: mux.NewRouter().StrictSlash(true)}
	for _, o := range opts {
		o(a.config)
	}
	a.Router.NotFoundHandler = http.HandlerFunc(web.Missing)
	a.Router.MethodNotAllowedHandler = http.HandlerFunc(wrongMethod)
	a.branches()
	web.Files(a.Router)
	web.Pages(a.Router, a.users.RequireUser)
	api.Register(a.Router.PathPrefix("/api").Subrouter(), a.users)
	a.staff()
	a.operations()
	a.members()
	a.Router.Use(a.chain...)
	// The inner part of the chain: it is asked when the route is known.
	a.Router.Use(mux.CORSMethodMiddleware(a.Router), mw.Under("/internal/", auth.RequireRole("admin")))
	return a
}

// Handler is what is to be served. The log and the recovery are around the
// router: mux runs its own middleware for what matches only.
func (a *App) Handler() http.Handler {
	return mw.Wrap(a.Router, a.outer...)
}

// staff registers the desk. Planted fault: what is registered first serves, and
// the counter has a route that the desk has too.
func (a *App) staff() {
	desk.Counter(a.Router)
	d := desk.New(a.Router.PathPrefix("/desk/").Subrouter(), a.users)
	d.Register()
	d.Stock(a.Router)
	desk.Printers(a.Router)
}

// members registers what members have wherever in the tree.
func (a *App) members() {
	a.Router.Handle("/me", a.users.RequireUser(http.HandlerFunc(me))).Methods("GET")
	a.Router.Path("/feed").Queries("format", "{format:atom|rss}").Methods("GET").
		Handler(mw.Wrap(show("feed"), note, a.users.RequireUser))
	a.Router.HandleFunc("/drafts", a.drafts).Methods("GET")
	a.notes()

	mobile := a.Router.PathPrefix("/mobile").Subrouter()
	mobile.HandleFunc("/config", show("config")).Methods("GET").Name("mobile config")
	mobile.HandleFunc("/inbox", show("inbox")).Methods("GET").Name("mobile inbox")
	mobile.Use(auth.Except(a.users.RequireUser, "mobile config"))
}

// notes are for everybody to read.
func (a *App) notes() {
	register := func(r *mux.Router) {
		r.HandleFunc("", show("notes")).Methods(http.MethodGet)
		r.HandleFunc("", show("note")).Methods(http.MethodPost)
		// Any method: reading it is open, changing it is not.
		r.HandleFunc("/board", show("board"))
		r.Use(a.users.RequireUserToWrite)
	}
	register(a.Router.PathPrefix("/notes").Subrouter())
}

// drafts is a planted fault: what Require answers does not stop its caller.
func (a *App) drafts(w http.ResponseWriter, r *http.Request) {
	a.users.Require(w, r)
	rest.OK(w, "drafts")
}

func me(w http.ResponseWriter, r *http.Request) { rest.OK(w, auth.Current(r.Context()).Name) }

// note lets pass whatever comes, and says so.
func note(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Vary", "Authorization")
		next.ServeHTTP(w, r)
	})
}

func show(what string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { rest.OK(w, what) }
}

func wrongMethod(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "no "+r.Method+" here", http.StatusMethodNotAllowed)
}
