// Who owns a thing may change it, and so may an administrator, whichever is asked first.
package main

import (
	"context"
	"net/http"
	"slices"
)

type user struct {
	name  string
	roles []string
}

type userKey struct{}

var (
	users  = map[string]*user{"t1": {"ann", nil}, "t2": {"ben", []string{"admin"}}}
	owners = map[string]string{} // by thing
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("PUT /owner/{id}", known(owner))  // want `^PUT /owner/{id}: guarded authz known\[\]\[401\] owner\[\]\[403\]$`
	mux.Handle("PUT /first/{id}", known(first))  // want `^PUT /first/{id}: guarded authz known\[\]\[401\] first\[admin\]\[403\]$`
	mux.Handle("PUT /last/{id}", known(last))    // want `^PUT /last/{id}: guarded authz known\[\]\[401\] last\[admin\]\[403\]$`
	mux.Handle("DELETE /self/{id}", known(self)) // want `^DELETE /self/{id}: guarded authn known\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func known(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, ok := users[r.Header.Get("Authorization")]
		if !ok {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), userKey{}, u)))
	})
}

func current(r *http.Request) *user { return r.Context().Value(userKey{}).(*user) }

func owner(w http.ResponseWriter, r *http.Request) {
	if owners[r.PathValue("id")] != current(r).name {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("done"))
}

func first(w http.ResponseWriter, r *http.Request) {
	u := current(r)
	if owners[r.PathValue("id")] != u.name && !slices.Contains(u.roles, "admin") {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("done"))
}

func last(w http.ResponseWriter, r *http.Request) {
	u := current(r)
	if !slices.Contains(u.roles, "admin") && owners[r.PathValue("id")] != u.name {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("done"))
}

// self lets nobody remove themselves.
func self(w http.ResponseWriter, r *http.Request) {
	if r.PathValue("id") == current(r).name {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("done"))
}
