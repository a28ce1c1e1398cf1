// A guard that asks for a field of the user demands that field.
package main

import "net/http"

type permissions struct{ Delete, Rename bool }

type user struct {
	name string
	can  permissions
}

var users = map[string]*user{"t1": {name: "ann"}}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("DELETE /files/{id}", withUser(remove))    // want `^DELETE /files/\{id\}: guarded authz withUser\[\]\[401\] remove\[Delete\]\[403\]$`
	mux.HandleFunc("PATCH /files/{id}", withUser(rename))     // want `^PATCH /files/\{id\}: guarded authz withUser\[\]\[401\] rename\[Rename\]\[403\]$`
	mux.HandleFunc("POST /files/{id}/copy", withUser(either)) // want `^POST /files/\{id\}/copy: guarded authz withUser\[\]\[401\] either\[Delete Rename\]\[403\]$`
	http.ListenAndServe("", mux)
}

func withUser(serve func(http.ResponseWriter, *http.Request, *user)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u := users[r.Header.Get("Authorization")]
		if u == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		serve(w, r, u)
	}
}

func remove(w http.ResponseWriter, r *http.Request, u *user) {
	if !u.can.Delete {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("removed"))
}

func rename(w http.ResponseWriter, r *http.Request, u *user) {
	if allowed := u.can.Rename; !allowed {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("renamed"))
}

func either(w http.ResponseWriter, r *http.Request, u *user) {
	if !u.can.Rename && !u.can.Delete {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte("copied"))
}
