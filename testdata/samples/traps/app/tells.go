package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// What says something of a request to a handler, and is a value, is no handler, though it is given
// the request: the handler has not refused whom it answers before it asks.
var (
	problems = func(r *http.Request) []string { return r.URL.Query()["problem"] }
	isShort  = func(r *http.Request) bool { return len(r.URL.Path) < 100 }
)

func tells(mux *http.ServeMux) {
	mux.HandleFunc("GET /tells/problems", func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil {
			w.Write([]byte("hello, guest"))
			return
		}
		if list := problems(r); len(list) > 0 {
			http.Error(w, list[0], http.StatusBadRequest)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /tells/short", func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil {
			w.Write([]byte("hello, guest"))
			return
		}
		if isShort(r) {
			auth.Done(w, r)
		}
	})
}
