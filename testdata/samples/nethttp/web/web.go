// Package web is the warehouse's pages.
package web

import (
	"embed"
	"io/fs"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/auth"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/rest"
)

//go:embed files
var embedded embed.FS

// Register registers the pages.
func Register(mux *http.ServeMux) {
	files, err := fs.Sub(embedded, "files")
	if err != nil {
		panic(err)
	}
	mux.Handle("/static/", http.StripPrefix("/static/", http.FileServerFS(files)))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "ok") })
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		mux.HandleFunc(method+" /login", login)
	}
	mux.Handle("GET /{$}", page(files, "index.html"))
	// The pages find their way by themselves.
	mux.Handle("/", page(files, "index.html"))
	mux.Handle("/account/", toLogin(account()))
	mux.Handle("/docs/", http.StripPrefix("/docs", unless("/public/", auth.RequireUser)(docs())))
}

func account() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /account/name", showName)
	return mux
}

// docs sees its paths stripped, as does the middleware before it.
func docs() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /public/{page}", document)
	mux.HandleFunc("GET /internal/{page}", document)
	return mux
}

// page serves one of the files.
func page(files fs.FS, name string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		body, err := fs.ReadFile(files, name)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		rest.Acted(w)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(body)
	}
}

func login(w http.ResponseWriter, _ *http.Request)    { rest.OK(w, "who are you?") }
func document(w http.ResponseWriter, r *http.Request) { rest.OK(w, r.PathValue("page")) }

func showName(w http.ResponseWriter, r *http.Request) {
	u, _ := auth.FromContext(r.Context())
	rest.OK(w, u.Name)
}
