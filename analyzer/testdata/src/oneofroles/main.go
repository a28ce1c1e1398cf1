// Who has one of several roles may, asked one after the other: not this one, and not that one
// either. It is another thing whether somebody owns what is asked for, or is banned.
package main

import (
	"database/sql"
	"net/http"
)

var db *sql.DB

type user struct {
	name, role string
	level      int
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /neither", known(neither))  // want `^GET /neither: guarded authz known\[admin editor\]\[401 403\]$`
	mux.HandleFunc("GET /either", known(either))    // want `^GET /either: guarded authz known\[admin editor\]\[401 403\]$`
	mux.HandleFunc("GET /three", known(three))      // want `^GET /three: guarded authz known\[admin auditor editor\]\[401 403\]$`
	mux.HandleFunc("GET /owner", known(owner))      // want `^GET /owner: guarded authn known\[admin\]\[401 403\]$`
	mux.HandleFunc("GET /or/owner", known(orOwner)) // want `^GET /or/owner: guarded authn known\[\]\[401 403\]$`
	mux.HandleFunc("GET /banned", known(banned))    // want `^GET /banned: guarded authn known\[\]\[401 403\]$`
	http.ListenAndServe("", mux)
}

func known(may func(*user, *http.Request) bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var u user
		err := db.QueryRow("SELECT name, role, level FROM users WHERE token = $1", r.Header.Get("Authorization")).Scan(&u.name, &u.role, &u.level)
		if err != nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if !may(&u, r) {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		w.Write([]byte("done"))
	}
}

func neither(u *user, _ *http.Request) bool {
	if u.role != "admin" && u.role != "editor" {
		return false
	}
	return true
}

func either(u *user, _ *http.Request) bool { return u.role == "admin" || u.role == "editor" }

func three(u *user, _ *http.Request) bool {
	if u.role != "admin" && u.role != "editor" && u.role != "auditor" {
		return false
	}
	return true
}

func owner(u *user, r *http.Request) bool {
	if u.name != r.FormValue("name") && u.role != "admin" {
		return false
	}
	return true
}

func orOwner(u *user, r *http.Request) bool {
	if u.role != "admin" && u.name != r.FormValue("name") {
		return false
	}
	return true
}

func banned(u *user, _ *http.Request) bool {
	if u.role == "banned" && u.level < 5 {
		return false
	}
	return true
}
