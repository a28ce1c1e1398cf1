// Lists that registration made and a guard goes through: what each element says is known.
package main

import (
	"net/http"
	"slices"
)

type rule struct {
	name  string
	open  bool
	roles []string
}

type rules []rule

func (l rules) open() bool {
	for _, r := range l {
		if r.open {
			return true
		}
	}
	return false
}

func (l rules) demands(role string) bool {
	for _, r := range l {
		if slices.Contains(r.roles, role) {
			return true
		}
	}
	return false
}

func main() {
	http.Handle("/closed", guarded(rules{{name: "closed"}}))                           // want `^\* /closed: guarded authn guarded\[\]\[401\]$`
	http.Handle("/open", guarded(rules{{name: "closed"}, {name: "open", open: true}})) // want `^\* /open: unguarded none$`
	http.Handle("/admin", guarded(rules{{name: "closed", roles: []string{"admin"}}}))  // want `^\* /admin: guarded authz guarded\[admin\]\[401 403\]$`
	http.Handle("/none", guarded(rules{}))                                             // want `^\* /none: guarded authn guarded\[\]\[401\]$`
	http.ListenAndServe(":8080", nil)
}

var users = map[string]string{}

func guarded(l rules) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		role, known := users[r.Header.Get("Authorization")]
		if !l.open() && !known {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		if l.demands("admin") && role != "admin" {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		w.Write([]byte("done"))
	})
}
