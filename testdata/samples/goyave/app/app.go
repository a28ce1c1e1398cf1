// Package app puts the sample together.
package app

import (
	"errors"
	"io/fs"
	"net/http"
	"os"

	"goyave.dev/goyave/v5"
	"goyave.dev/goyave/v5/auth"
	"goyave.dev/goyave/v5/config"
	"goyave.dev/goyave/v5/cors"

	users "github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() *goyave.Server {
	server := serve()
	server.RegisterService(&directory{})
	server.RegisterRoutes(register)
	return server
}

// Open makes another one, with middleware that lets those pass who say nothing.
func Open() *goyave.Server {
	server := serve()
	router := server.Router()
	open := router.Subrouter("/open").SetMeta(auth.MetaAuth, true)
	open.Get("/drafts", done) // planted fault
	open.Get("/typed", typed) // planted fault: a nil pointer in an interface is not nil
	open.Get("/mine", mine)
	open.Get("/guests", done).SetMeta(auth.MetaAuth, false)
	open.Static(os.DirFS(".").(fs.StatFS), "/files", false).Middleware(requireUser{})
	router.GlobalMiddleware(auth.Middleware(&optional{}))
	return server
}

func serve() *goyave.Server {
	server, err := goyave.New(goyave.Options{Config: config.LoadDefault()})
	if err != nil {
		panic(err)
	}
	return server
}

func register(_ *goyave.Server, router *goyave.Router) {
	router.CORS(cors.Default())
	router.GlobalMiddleware(auth.Middleware(&bearer{}))
	router.Get("/healthz", done)
	router.Get("/", done)

	api := router.Subrouter("/api")
	api.Get("/news", done).Name("news")
	api.Get("/own", own).SetMeta(auth.MetaAuth, true)
	api.Get("/mine", mine).SetMeta(auth.MetaAuth, true)
	users := api.Subrouter("/users")
	users.SetMeta(auth.MetaAuth, true)
	users.Get("/", done)
	users.Post("/", done)
	users.Get("/{id:[0-9]+}", done)
	users.Get("/{id:[0-9]+}/picture", done).SetMeta(auth.MetaAuth, false) // planted fault: said otherwise
	users.Delete("/{id:[0-9]+}", done).RemoveMeta(auth.MetaAuth)          // what the router says holds
	users.Put("/{id:[0-9]+}", done).Middleware(&role{role: "admin"})      // in the order of the chain
	lost := api.Subrouter("/lost").SetMeta(auth.MetaAuth, true)
	lost.RemoveMeta(auth.MetaAuth)
	lost.Get("/things", done)                                            // planted fault: it is said no more
	api.Subrouter("/text").SetMeta(auth.MetaAuth, "true").Get("/", done) // planted fault: a text is not true

	early := router.Subrouter("/early")
	early.Get("/orders", done) // its router gets the middleware all the same
	early.Middleware(requireUser{})
	group := early.Group()
	group.Middleware(&role{role: "admin"})
	group.Get("/prices", done)
	group.Route([]string{http.MethodPost, http.MethodPut}, "/prices/{id}", done)

	router.Controller(&controller{})
	router.Group().GlobalMiddleware(header{}).Get("/late", done)

	forms := router.Subrouter("/forms")
	forms.Subrouter("/soft").Middleware(&soft{}).Get("/drafts", done) // planted fault: it goes on
	forms.Subrouter("/status").Middleware(&noted{}).Get("/drafts", done)
	forms.Subrouter("/silent").Middleware(&silent{}).Get("/drafts", done)
	forms.Subrouter("/extra").Middleware(&extra{}).Get("/drafts", fromExtra)
}

// bearer knows users by their tokens.
type bearer struct{ goyave.Component }

// Authenticate finds who sent a request.
func (b *bearer) Authenticate(r *goyave.Request) (*users.User, error) {
	return users.Authenticate(r.Request())
}

// optional lets those pass who say nothing.
type optional struct{ goyave.Component }

// Authenticate refuses those who say something that is wrong.
func (o *optional) Authenticate(r *goyave.Request) (*users.User, error) {
	if r.Header().Get("Authorization") == "" {
		return nil, nil
	}
	return users.Authenticate(r.Request())
}

// OnUnauthorized answers them.
func (o *optional) OnUnauthorized(w *goyave.Response, _ *goyave.Request, err error) {
	w.String(http.StatusUnauthorized, err.Error())
}

// requireUser asks for a user itself.
type requireUser struct{ *goyave.Component }

// Init is for middleware that is no pointer.
func (requireUser) Init(*goyave.Server) {}

// Handle refuses nobodies.
func (requireUser) Handle(next goyave.Handler) goyave.Handler {
	return func(w *goyave.Response, r *goyave.Request) {
		if _, err := users.Find(r.Header().Get("Authorization")); err != nil {
			w.JSON(http.StatusUnauthorized, map[string]string{"error": "log in first"})
			return
		}
		next(w, r)
	}
}

// role asks for one.
type role struct {
	role string
	goyave.Component
}

// Handle refuses those who do not have it.
func (m *role) Handle(next goyave.Handler) goyave.Handler {
	return func(w *goyave.Response, r *goyave.Request) {
		u, err := users.Authenticate(r.Request())
		switch {
		case err != nil:
			w.Status(http.StatusUnauthorized)
		case !u.Has(m.role):
			w.Status(http.StatusForbidden)
		default:
			next(w, r)
		}
	}
}

// header stands before all.
type header struct{ *goyave.Component }

// Init does nothing.
func (header) Init(*goyave.Server) {}

// Handle refuses nobody.
func (header) Handle(next goyave.Handler) goyave.Handler {
	return func(w *goyave.Response, r *goyave.Request) {
		w.Header().Set("X-Frame-Options", "DENY")
		next(w, r)
	}
}

// soft goes on.
type soft struct{ goyave.Component }

// Handle notes a refusal and goes on.
func (*soft) Handle(next goyave.Handler) goyave.Handler {
	return func(w *goyave.Response, r *goyave.Request) {
		if _, err := users.Authenticate(r.Request()); err != nil {
			w.Status(http.StatusUnauthorized)
		}
		next(w, r)
	}
}

// noted leaves the answer to the server.
type noted struct{ goyave.Component }

// Handle notes a refusal, twice; the first one counts.
func (*noted) Handle(next goyave.Handler) goyave.Handler {
	return func(w *goyave.Response, r *goyave.Request) {
		if _, err := users.Authenticate(r.Request()); err != nil {
			w.Status(http.StatusForbidden)
			w.Status(http.StatusTeapot)
			return
		}
		next(w, r)
	}
}

// silent answers nothing.
type silent struct{ goyave.Component }

// Handle goes on for those who are known.
func (*silent) Handle(next goyave.Handler) goyave.Handler {
	return func(w *goyave.Response, r *goyave.Request) {
		if _, err := users.Authenticate(r.Request()); err == nil {
			next(w, r)
		}
	}
}

type userKey struct{}

// extra leaves the user for the handler.
type extra struct{ goyave.Component }

// Handle refuses nobody.
func (*extra) Handle(next goyave.Handler) goyave.Handler {
	return func(w *goyave.Response, r *goyave.Request) {
		if u, err := users.Authenticate(r.Request()); err == nil {
			r.Extra[userKey{}] = u
		}
		next(w, r)
	}
}

func fromExtra(w *goyave.Response, r *goyave.Request) {
	if _, ok := r.Extra[userKey{}]; !ok {
		w.Status(http.StatusUnauthorized)
		return
	}
	done(w, r)
}

// own asks for the user that the middleware has found.
func own(w *goyave.Response, r *goyave.Request) {
	u, ok := r.User.(*users.User)
	if !ok || !u.Has("admin") {
		w.Status(http.StatusForbidden)
		return
	}
	done(w, r)
}

func typed(w *goyave.Response, r *goyave.Request) {
	if r.User == nil {
		w.Status(http.StatusUnauthorized)
		return
	}
	done(w, r)
}

// mine asks the context for it.
func mine(w *goyave.Response, r *goyave.Request) {
	if u := auth.UserFromContext[users.User](r.Context()); u == nil || !u.Has("admin") {
		w.Status(http.StatusForbidden)
		return
	}
	done(w, r)
}

// controller registers its routes itself.
type controller struct {
	goyave.Component
	directory *directory
}

// directory is a service.
type directory struct{}

// Name is the service's.
func (*directory) Name() string { return "directory" }

func (*directory) find(token string) error {
	_, err := users.Find("Bearer " + token)
	return err
}

var errNoService = errors.New("no directory")

// Init asks the server for the service.
func (c *controller) Init(server *goyave.Server) {
	c.Component.Init(server)
	service, ok := server.LookupService("directory")
	if !ok {
		panic(errNoService)
	}
	c.directory = service.(*directory)
}

// RegisterRoutes gives the router middleware too.
func (c *controller) RegisterRoutes(router *goyave.Router) {
	books := router.Subrouter("/books")
	books.Get("/", c.list)
	books.Post("/", c.add)
	books.Group().SetMeta(auth.MetaAuth, true).Delete("/{id}", c.list)
}

func (c *controller) list(w *goyave.Response, r *goyave.Request) { done(w, r) }

func (c *controller) add(w *goyave.Response, r *goyave.Request) {
	token, ok := r.BearerToken()
	if !ok || c.directory.find(token) != nil {
		w.Status(http.StatusUnauthorized)
		return
	}
	done(w, r)
}

func done(w *goyave.Response, _ *goyave.Request) {
	w.Header().Set("X-Acted", "yes")
	w.JSON(http.StatusOK, map[string]bool{"done": true})
}
