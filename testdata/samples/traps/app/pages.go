package app

import (
	"net/http"
	"strings"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// Handlers that hand some of their requests to another mux, by what the pattern does not say of the path,
// and serve the others by themselves.
func pagesAndFiles(mux *http.ServeMux) {
	files := http.NewServeMux()
	files.Handle("GET /pages/known/{file}", done)
	files.Handle("GET /pages/open/{file}", auth.Require(done))
	files.Handle("GET /pages/named/{file}", auth.Require(done))
	known := auth.Require(done)
	mux.HandleFunc("GET /pages/known/{page}", func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, ".") {
			files.ServeHTTP(w, r)
			return
		}
		known.ServeHTTP(w, r)
	})
	mux.HandleFunc("GET /pages/open/{page}", func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, ".") {
			files.ServeHTTP(w, r)
			return
		}
		auth.Done(w, r) // planted fault
	})
	mux.HandleFunc("GET /pages/named/{page}", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/pages/named/about" {
			auth.Done(w, r) // planted fault
			return
		}
		if strings.HasSuffix(r.URL.Path, ".css") {
			files.ServeHTTP(w, r)
			return
		}
		known.ServeHTTP(w, r)
	})
}
