// What a user may not see is answered like what is not there (RFC 9110, 15.5.4).
package main

import "net/http"

type user struct{ roles []string }

var users = map[string]*user{"t1": {}, "t2": {roles: []string{"editor"}}}

func main() {
	http.Handle("GET /drafts", require(http.HandlerFunc(drafts))) // want `^GET /drafts: guarded authz require\[\]\[401\] drafts\[editor\]\[404\]$`
	http.HandleFunc("GET /alone", drafts)                         // want `^GET /alone: guarded authz drafts\[editor\]\[404\]$`
	http.ListenAndServe("", nil)
}

func find(r *http.Request) *user { return users[r.Header.Get("Authorization")] }

func (u *user) can(role string) bool {
	for _, r := range u.roles {
		if r == role {
			return true
		}
	}
	return false
}

func has(r *http.Request, role string) bool {
	u := find(r)
	return u != nil && u.can(role)
}

func require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if find(r) == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func drafts(w http.ResponseWriter, r *http.Request) {
	if !has(r, "editor") {
		http.NotFound(w, r)
		return
	}
	w.Write([]byte("drafts"))
}
