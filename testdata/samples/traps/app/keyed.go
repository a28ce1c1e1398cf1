package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// What is left out, and what is demanded, under a method and a path.
var (
	leftOut = map[string]bool{"GET /keyed/listed": true, "POST /keyed/asked": false}
	rolesOf = map[string]string{"GET /keyed/read": "admin", "POST /keyed/read": "admin"}
)

// keyed has guards that look the route up under a key of its method and path.
func keyed(mux *http.ServeMux) {
	inner := http.NewServeMux()
	inner.Handle("GET /keyed/listed", done)
	inner.Handle("POST /keyed/listed", done)
	inner.Handle("POST /keyed/asked", done)
	mux.Handle("/keyed/", unlessLeftOut(inner))
	mux.Handle("GET /keyed/read", byRole(done))
	mux.Handle("POST /keyed/read", byRole(done))
	mux.Handle("PUT /keyed/read", byRole(done))
	mux.HandleFunc("/keyed/hand/", byHand)
}

func unlessLeftOut(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !leftOut[r.Method+" "+r.URL.Path] && !somebody(r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// byRole demands a role of the routes that have one; to the others everybody may.
func byRole(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if role, ok := rolesOf[r.Method+" "+r.URL.Path]; ok {
			u, err := auth.Authenticate(r)
			if err != nil {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			if !u.Has(role) {
				w.WriteHeader(http.StatusForbidden)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// byHand tells routes apart by a text of both.
func byHand(w http.ResponseWriter, r *http.Request) {
	switch r.Method + ":" + r.URL.Path {
	case "GET:/keyed/hand/open":
		auth.Done(w, r)
	case "POST:/keyed/hand/known":
		if !somebody(r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}
