// Package web is the library's pages.
package web

import (
	"embed"
	"io/fs"
	"net/http"

	"github.com/gorilla/mux"

	"github.com/guardvet/guardvet/testdata/samples/gorilla/auth"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/rest"
)

//go:embed files
var embedded embed.FS

// Files registers the static files.
func Files(r *mux.Router) {
	files, err := fs.Sub(embedded, "files")
	if err != nil {
		panic(err)
	}
	r.PathPrefix("/static/").Handler(http.StripPrefix("/static/", http.FileServerFS(files)))
}

// Pages registers the pages: the login for everybody, the account and the
// reader for members.
func Pages(r *mux.Router, guard mux.MiddlewareFunc) {
	r.HandleFunc("/healthz", health).Methods(http.MethodGet, http.MethodHead)
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		r.Path("/login").Methods(method).HandlerFunc(login)
	}
	account := r.PathPrefix("/account").Subrouter()
	account.Use(toLogin)
	account.HandleFunc("", showAccount).Methods(http.MethodGet)
	account.Path("/name").Methods(http.MethodPost).HandlerFunc(rename)
	reader(r.PathPrefix("/reader").Subrouter(), guard)
}

// reader has a page of its own for what it does not know. Planted fault:
// middleware runs for routes only, and a NotFoundHandler is none.
func reader(r *mux.Router, guard mux.MiddlewareFunc) {
	r.Use(guard)
	r.HandleFunc("/shelf", shelf).Methods(http.MethodGet)
	r.NotFoundHandler = http.HandlerFunc(readerPage)
}

// toLogin sends strangers to the login.
func toLogin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if auth.Current(r.Context()) == nil {
			http.Redirect(w, r, "/login", http.StatusFound)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func health(w http.ResponseWriter, _ *http.Request)      { rest.OK(w, "ok") }
func login(w http.ResponseWriter, _ *http.Request)       { rest.OK(w, "who are you?") }
func showAccount(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "account") }
func rename(w http.ResponseWriter, r *http.Request)      { rest.OK(w, r.PostFormValue("name")) }
func shelf(w http.ResponseWriter, _ *http.Request)       { rest.OK(w, []string{"Dune"}) }

// readerPage is the page that finds its way by itself.
func readerPage(w http.ResponseWriter, _ *http.Request) {
	page, err := embedded.ReadFile("files/reader.html")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	rest.Acted(w)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(page)
}

// Missing says what there is instead of what was asked for.
func Missing(w http.ResponseWriter, r *http.Request) {
	rest.Acted(w)
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write([]byte("no " + r.URL.Path + "; see /static/sitemap.txt"))
}
