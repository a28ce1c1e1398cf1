package app

import (
	"context"
	"fmt"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

type leftNameKey struct{}

// leavesName leaves the name of who asks, and nothing for nobody.
func leavesName(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, err := auth.Authenticate(r); err == nil {
			r = r.WithContext(context.WithValue(r.Context(), leftNameKey{}, u.Name))
		}
		next.ServeHTTP(w, r)
	})
}

// oneself has operations on others, which nobody may do to themselves. Who asks is not asked besides.
func oneself(mux *http.ServeMux) {
	mux.Handle("POST /oneself", leavesName(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.FormValue("name") == fmt.Sprint(r.Context().Value(leftNameKey{})) {
			http.Error(w, "nobody can remove themselves", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})))
	mux.HandleFunc("PUT /oneself", func(w http.ResponseWriter, r *http.Request) {
		if same := r.FormValue("name") == fmt.Sprint(r.Context().Value(leftNameKey{})); !same {
			auth.Done(w, r)
			return
		}
		http.Error(w, "nobody can promote themselves", http.StatusForbidden)
	})
}
