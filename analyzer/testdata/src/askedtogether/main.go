// One function is given whom another one has found, and whether it has, and asks for both.
package main

import "net/http"

type user struct{ role string }

func main() {
	http.HandleFunc("POST /rows", change)   // want `^POST /rows: guarded authn change\[\]\[403\]$`
	http.HandleFunc("DELETE /rows", remove) // want `^DELETE /rows: unguarded none$`
	http.ListenAndServe("", nil)
}

func find(r *http.Request) (*user, bool) {
	if r.Header.Get("Authorization") != "Bearer t1" {
		return nil, false
	}
	return &user{role: "admin"}, true
}

func isAdmin(u *user, found bool) bool { return found && u.role == "admin" }

func isNobody(u *user, found bool) bool { return !found || u.role == "" }

func change(w http.ResponseWriter, r *http.Request) {
	if !isAdmin(find(r)) {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	w.Write([]byte("done"))
}

// remove lets the wrong ones pass.
func remove(w http.ResponseWriter, r *http.Request) {
	if !isNobody(find(r)) {
		http.Error(w, "not for you", http.StatusForbidden)
		return
	}
	w.Write([]byte("done"))
}
