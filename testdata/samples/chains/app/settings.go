package app

import (
	"net/http"
	"os"

	"github.com/justinas/alice"
	"github.com/urfave/negroni/v3"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// settings are chains that the environment makes longer, by more than could be told apart as so many chains.
func settings(mux *http.ServeMux, done http.Handler) {
	mux.Handle("GET /settings/alice/known", alice.New(constructors()...).Append(auth.Require).Then(done))
	mux.Handle("GET /settings/alice/open", alice.New(constructors()...).Then(done))
	mux.Handle("GET /settings/negroni/known", stacked(done, negroni.HandlerFunc(check)))
	mux.Handle("GET /settings/negroni/open", stacked(done))
	mux.Handle("GET /settings/wrapped/known", wrapped(auth.Require(done)))
	mux.Handle("GET /settings/wrapped/open", wrapped(done))
	mux.Handle("GET /settings/decides", decides(done))
}

func on(name string) bool { return os.Getenv("CHAINS_"+name) != "" }

func constructors() []alice.Constructor {
	var list []alice.Constructor
	if on("TRACE") {
		list = append(list, logging)
	}
	if on("ZIP") {
		list = append(list, logging)
	}
	if on("CORS") {
		list = append(list, logging)
	}
	list = append(list, auth.Identify)
	if on("AUDIT") {
		list = append(list, logging)
	}
	return list
}

func stacked(done http.Handler, guards ...negroni.Handler) http.Handler {
	n := negroni.New()
	if on("TRACE") {
		n.UseFunc(pass)
	}
	if on("ZIP") {
		n.UseFunc(pass)
	}
	if on("CORS") {
		n.UseFunc(pass)
	}
	for _, g := range guards {
		n.Use(g)
	}
	n.Use(negroni.NewRecovery())
	if on("AUDIT") {
		n.UseHandler(logging(done))
	} else {
		n.UseHandler(done)
	}
	return n
}

func pass(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) { next(w, r) }

func wrapped(h http.Handler) http.Handler {
	if on("TRACE") {
		h = logging(h)
	}
	if on("ZIP") {
		h = logging(h)
	}
	if on("CORS") {
		h = logging(h)
	}
	if on("LIMIT") {
		h = logging(h)
	}
	if on("AUDIT") {
		h = logging(h)
	}
	return h
}

// decides asks who it is unless the environment says that everybody may.
func decides(h http.Handler) http.Handler {
	if on("TRACE") {
		h = logging(h)
	}
	if !on("OPEN") {
		h = auth.Require(h)
	}
	if on("AUDIT") {
		h = logging(h)
	}
	return auth.Identify(h)
}
