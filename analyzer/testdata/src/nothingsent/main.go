// Program nothingsent compares who asks with whom the request names: nobody has the name "", and names nobody.
package main

import (
	"context"
	"net/http"
)

type user struct{ Tenant string }

type key struct{}

var users = map[string]user{}

// known puts who asks into the context, if it is somebody.
func known(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if u, ok := users[r.Header.Get("Authorization")]; ok {
			r = r.WithContext(context.WithValue(r.Context(), key{}, u))
		}
		next(w, r)
	}
}

func from(r *http.Request) (user, bool) {
	u, ok := r.Context().Value(key{}).(user)
	return u, ok
}

func forbidden(w http.ResponseWriter) { http.Error(w, "you may not", http.StatusForbidden) }

func query(w http.ResponseWriter, r *http.Request) {
	u, _ := from(r)
	if u.Tenant != r.URL.Query().Get("tenant") {
		forbidden(w)
		return
	}
	w.Write([]byte("answer"))
}

func header(w http.ResponseWriter, r *http.Request) {
	if u, _ := from(r); r.Header.Get("X-Tenant") == u.Tenant {
		w.Write([]byte("answer"))
		return
	}
	forbidden(w)
}

// there asks for a name first, and nobody has one.
func there(w http.ResponseWriter, r *http.Request) {
	tenant := r.URL.Query().Get("tenant")
	if tenant == "" {
		http.Error(w, "whose?", http.StatusBadRequest)
		return
	}
	if u, _ := from(r); u.Tenant != tenant {
		forbidden(w)
		return
	}
	w.Write([]byte("answer"))
}

// path is never without a name.
func path(w http.ResponseWriter, r *http.Request) {
	if u, _ := from(r); u.Tenant != r.PathValue("tenant") {
		forbidden(w)
		return
	}
	w.Write([]byte("answer"))
}

func somebody(w http.ResponseWriter, r *http.Request) {
	u, ok := from(r)
	if !ok || u.Tenant != r.URL.Query().Get("tenant") {
		forbidden(w)
		return
	}
	w.Write([]byte("answer"))
}

func main() {
	http.HandleFunc("GET /query", known(query))        // want `^GET /query: unguarded none`
	http.HandleFunc("GET /header", known(header))      // want `^GET /header: unguarded none`
	http.HandleFunc("GET /there", known(there))        // want `^GET /there: guarded authz`
	http.HandleFunc("GET /path/{tenant}", known(path)) // want `^GET /path/\{tenant\}: guarded authz`
	http.HandleFunc("GET /somebody", known(somebody))  // want `^GET /somebody: guarded authz`
	http.ListenAndServe(":80", nil)
}
