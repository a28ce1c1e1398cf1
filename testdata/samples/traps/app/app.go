// Package app has routes on which reviewers and tools have been wrong.
package app

import (
	"crypto/subtle"
	"net/http"
	"net/url"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/go-faster/errors"
	"github.com/gorilla/handlers"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/urfave/negroni/v3"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/traps/groups"
)

// New makes the application.
func New() http.Handler {
	mux := http.NewServeMux()
	sharing(mux)
	methods(mux)
	spellings(mux)
	parameters(mux)
	again(mux)
	envelopes(mux)
	large(mux)
	lists(mux)
	kept(mux)
	asked(mux)
	replies(mux)
	settings(mux)
	tells(mux)
	oneself(mux)
	left(mux)
	plain(mux)
	central(mux)
	spans(mux)
	crowds(mux)
	hooks(mux)
	patterns(mux)
	chains(mux)
	locks(mux)
	leavesServices(mux)
	leavesWishes(mux)
	groups.App.Users.Init(mux)
	entrances(mux)
	pagesAndFiles(mux)
	stands(mux)
	joins(mux)
	finds(mux)
	checkers(mux)
	keyed(mux)
	compared(mux)
	received(mux)
	visiting(mux)
	upFronts(mux)
	return hiding(mux)
}

var done = http.HandlerFunc(auth.Done)

type wrapper = func(http.Handler) http.Handler

// chain puts the first of the list outside.
func chain(h http.Handler, list []wrapper) http.Handler {
	for i := len(list) - 1; i >= 0; i-- {
		h = list[i](h)
	}
	return h
}

// sharing appends to lists that have room: what is appended to one of them is in the
// others too, in the place of what was there.
func sharing(mux *http.ServeMux) {
	base := append(make([]wrapper, 0, 4), same)
	admins := append(base, auth.Role("admin"))
	all := append(base, same) // planted fault: it overwrites the guard of the others
	mux.Handle("GET /sharing/admins", chain(done, admins))
	mux.Handle("GET /sharing/all", chain(done, all))

	exact := append(make([]wrapper, 0, 1), same)
	users := append(exact, auth.Require)
	rest := append(exact, same)
	mux.Handle("GET /sharing/users", chain(done, users))
	mux.Handle("GET /sharing/rest", chain(done, rest))

	gin.SetMode(gin.ReleaseMode)
	g := gin.New()
	first := append(make([]gin.HandlerFunc, 0, 4), nothing)
	known := append(first, require)
	anybody := append(first, nothing)                      // planted fault: the same
	g.GET("/sharing/gin/known", append(known, doneGin)...) // and this one puts the handler there
	g.GET("/sharing/gin/anybody", append(anybody, doneGin)...)
	mux.Handle("/sharing/gin/", g)

	shared := append(make([]negroni.Handler, 0, 4), negroni.NewRecovery())
	guarded := negroni.New(append(shared, negroni.HandlerFunc(check))...)
	open := negroni.New(append(shared, negroni.HandlerFunc(pass))...)
	guarded.UseHandler(done) // planted fault: the chain is built anew, of what is in the array now
	open.UseHandler(done)
	mux.Handle("GET /sharing/negroni/guarded", guarded)
	mux.Handle("GET /sharing/negroni/open", open)
}

func same(next http.Handler) http.Handler { return next }

func nothing(*gin.Context) {}

func require(c *gin.Context) {
	if _, err := auth.Authenticate(c.Request); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func doneGin(c *gin.Context) { auth.Done(c.Writer, c.Request) }

func check(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if _, err := auth.Authenticate(r); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	next(w, r)
}

func pass(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) { next(w, r) }

// methods are not always those that the client sent.
func methods(mux *http.ServeMux) {
	items := http.NewServeMux()
	items.Handle("DELETE /methods/outside", done)
	items.Handle("POST /methods/outside", done)
	mux.Handle("/methods/outside", protectsDeletes(handlers.HTTPMethodOverrideHandler(items))) // planted fault: a POST may become a DELETE

	safe := http.NewServeMux()
	safe.Handle("DELETE /methods/inside", done)
	safe.Handle("POST /methods/inside", done)
	mux.Handle("/methods/inside", handlers.HTTPMethodOverrideHandler(protectsDeletes(safe)))

	mux.Handle("/methods/own", protectsDeletes(overrides(done))) // planted fault: the same by hand

	e := echo.New()
	e.Pre(protectsDeletesEcho, middleware.MethodOverride())
	e.DELETE("/methods/echo", doneEcho)
	e.POST("/methods/echo", doneEcho)
	mux.Handle("/methods/echo", e)
}

// protectsDeletes asks for a role, but only for what the request line calls DELETE.
func protectsDeletes(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodDelete && !auth.Check(w, r, "admin") {
			return
		}
		next.ServeHTTP(w, r)
	})
}

func protectsDeletesEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().Method == http.MethodDelete && !auth.Check(c.Response(), c.Request(), "admin") {
			return nil
		}
		return next(c)
	}
}

func overrides(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if m := r.Header.Get("X-HTTP-Method-Override"); m != "" {
			r.Method = m
		}
		next.ServeHTTP(w, r)
	})
}

func doneEcho(c echo.Context) error {
	auth.Done(c.Response(), c.Request())
	return nil
}

// spellings are two patterns for what looks like one.
func spellings(mux *http.ServeMux) {
	mux.Handle("POST /spellings/order", auth.Require(done))
	mux.Handle("/spellings/order", done) // planted fault: every other method
	mux.Handle("/spellings/admin", auth.Role("admin")(done))
	mux.Handle("/spellings/admin/", done) // planted fault
}

// parameters has to do with parameters that are called like credentials.
func parameters(mux *http.ServeMux) {
	mux.HandleFunc("GET /parameters/exchange", exchange)
	mux.HandleFunc("GET /parameters/invitation", invitation)
	mux.HandleFunc("GET /parameters/escaped", escaped)
	mux.HandleFunc("GET /parameters/owner", owned)
	mux.HandleFunc("GET /parameters/found", found)
	mux.HandleFunc("POST /parameters/sent", sentOwner)
	mux.HandleFunc("POST /parameters/password", sentPassword)
	mux.HandleFunc("POST /parameters/pointed/sent", pointedOwner)
	mux.HandleFunc("POST /parameters/pointed/password", pointedPassword)
}

// exchange wants a token and never asks whose it is: whoever sends anything may pass.
func exchange(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("token") == "" { // planted fault: no guard, but a parameter that must be there
		http.Error(w, "missing token", http.StatusBadRequest)
		return
	}
	auth.Done(w, r)
}

// owned wants to be told whose things it shall list, and believes that.
func owned(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("owner") == "" { // planted fault: the same, though the status says otherwise
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

// found looks for something that only who knows its name can have named.
func found(w http.ResponseWriter, r *http.Request) {
	if _, err := os.Stat(r.URL.Query().Get("named")); err != nil {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

// invitation compares it with the one that it expects.
func invitation(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("token")
	if token == "" {
		http.Error(w, "missing token", http.StatusBadRequest)
		return
	}
	if token != os.Getenv("INVITATION") {
		http.Error(w, "wrong token", http.StatusBadRequest)
		return
	}
	auth.Done(w, r)
}

// escaped compares it as often as there is something to unescape: that it is compared with
// itself, too, is no reason to think that the client chooses both.
func escaped(w http.ResponseWriter, r *http.Request) {
	if status, err := expected(r.FormValue("token")); err != nil {
		http.Error(w, err.Error(), status)
		return
	}
	auth.Done(w, r)
}

func expected(token string) (status int, err error) {
	for subtle.ConstantTimeCompare([]byte(token), []byte(os.Getenv("INVITATION"))) != 1 {
		once, _ := url.QueryUnescape(token)
		if once == token {
			return http.StatusForbidden, errors.New("wrong token")
		}
		token = once
	}
	return 0, nil
}
