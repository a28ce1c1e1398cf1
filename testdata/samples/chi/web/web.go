// Package web is the tracker's pages.
package web

import (
	"embed"
	"io/fs"
	"net/http"

	"github.com/go-chi/chi/v5"

	"github.com/guardvet/guardvet/testdata/samples/chi/auth"
	"github.com/guardvet/guardvet/testdata/samples/chi/rest"
)

//go:embed files
var embedded embed.FS

// Files registers the static files.
func Files(r chi.Router) {
	files, err := fs.Sub(embedded, "files")
	if err != nil {
		panic(err)
	}
	r.Handle("/static/*", http.StripPrefix("/static/", http.FileServerFS(files)))
	r.HandleFunc("GET /robots.txt", func(w http.ResponseWriter, r *http.Request) {
		rest.Acted(w)
		http.ServeFileFS(w, r, files, "robots.txt")
	})
}

// Pages registers the pages: the login for everybody, the account for users.
func Pages(r chi.Router) {
	r.Get("/healthz", health)
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		r.MethodFunc(method, "/login", login)
	}
	// Planted fault: hintLogin lacks a return.
	r.With(hintLogin).Get("/export", export)
	r.Route("/account", func(r chi.Router) {
		r.Use(toLogin)
		r.Get("/", account)
		r.Post("/name", rename)
	})
}

// toLogin sends strangers to the login.
func toLogin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := auth.Current(r.Context()); !ok {
			http.Redirect(w, r, "/login", http.StatusFound)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// hintLogin sends strangers to the login, after which the handler acts anyway.
func hintLogin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := auth.Current(r.Context()); !ok {
			http.Redirect(w, r, "/login", http.StatusFound)
		}
		next.ServeHTTP(w, r)
	})
}

func health(w http.ResponseWriter, _ *http.Request)  { rest.OK(w, "ok") }
func login(w http.ResponseWriter, _ *http.Request)   { rest.OK(w, "who are you?") }
func export(w http.ResponseWriter, _ *http.Request)  { rest.OK(w, "everything") }
func account(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "account") }
func rename(w http.ResponseWriter, r *http.Request)  { rest.OK(w, r.PostFormValue("name")) }

// Fallback serves the page that finds its way by itself.
func Fallback(w http.ResponseWriter, _ *http.Request) {
	page, err := embedded.ReadFile("files/index.html")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	rest.Acted(w)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(page)
}
