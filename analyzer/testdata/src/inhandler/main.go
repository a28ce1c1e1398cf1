// Handlers that check for themselves: a helper answers the refusal, the handler
// only has to return.
package main

import "net/http"

type user struct {
	name  string
	admin bool
}

var users = map[string]*user{"t1": {name: "ann", admin: true}}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", list)           // want `^GET /orders: guarded authn \w+\[\]\[401\]$`
	mux.HandleFunc("DELETE /orders/{id}", remove) // want `^DELETE /orders/{id}: guarded authz .*403`
	mux.HandleFunc("PUT /orders/{id}", change)    // want `^PUT /orders/{id}: guarded authn \w+\[\]\[401\]$`
	mux.HandleFunc("POST /orders", careless)      // want `^POST /orders: unguarded none$`
	mux.HandleFunc("GET /names", names)           // want `^GET /names: unguarded none$`
	http.ListenAndServe("", mux)
}

// requireUser returns who asks. Without one it has answered the request.
func requireUser(w http.ResponseWriter, r *http.Request) (*user, bool) {
	u := users[r.Header.Get("Authorization")]
	if u == nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return nil, false
	}
	return u, true
}

func allowed(w http.ResponseWriter, r *http.Request) bool {
	u, ok := requireUser(w, r)
	if !ok {
		return false
	}
	if !u.admin {
		http.Error(w, "not you", http.StatusForbidden)
		return false
	}
	return true
}

func list(w http.ResponseWriter, r *http.Request) {
	user, ok := requireUser(w, r)
	if !ok {
		return
	}
	w.Write([]byte(user.name))
}

func remove(w http.ResponseWriter, r *http.Request) {
	if !allowed(w, r) {
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func change(w http.ResponseWriter, r *http.Request) {
	if user, ok := requireUser(w, r); ok {
		w.Write([]byte(user.name))
	}
}

// careless asks, and does not listen.
func careless(w http.ResponseWriter, r *http.Request) {
	requireUser(w, r)
	users[r.FormValue("token")] = &user{name: r.FormValue("name")}
	w.WriteHeader(http.StatusCreated)
}

// names asks too late: when it has already told.
func names(w http.ResponseWriter, r *http.Request) {
	for _, u := range users {
		w.Write([]byte(u.name))
	}
	if _, ok := requireUser(w, r); !ok {
		return
	}
}
