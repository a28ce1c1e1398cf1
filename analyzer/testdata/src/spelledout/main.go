// A guard around everything that takes the path apart in ways of its own, and looks up in a table what is
// asked for: for each path it is known what it does.
package main

import (
	"net/http"
	"strings"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /shop.Catalog/List", ok)   // want `^POST /shop.Catalog/List: unguarded none$`
	mux.HandleFunc("POST /shop.Catalog/Change", ok) // want `^POST /shop.Catalog/Change: guarded authz guard\[editor\]\[401 403\]$`
	mux.HandleFunc("POST /shop.Orders/List", ok)    // want `^POST /shop.Orders/List: guarded authn guard\[\]\[401\]$`
	mux.HandleFunc("POST /shop.Orders/Cancel", ok)  // want `^POST /shop.Orders/Cancel: guarded authz guard\[admin editor\]\[401 403\]$`
	mux.HandleFunc("POST /shop.Status/{id}", ok)    // want `^POST /shop.Status/{id}: unknown none$`
	http.ListenAndServe("", guard(mux))
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

// roles are those who may call a method, by its service and its name.
var roles = map[string]map[string][]string{
	"shop.Catalog": {"Change": {"editor"}},
	"shop.Orders":  {"Cancel": {"admin", "editor"}},
}

// method is the end of a path: the service and the name.
func method(path string) (service, name string) {
	last := strings.LastIndex(path, "/")
	if last < 0 {
		return "", path
	}
	return strings.Split(path[:last], "/")[1], path[last+1:]
}

var users = map[string]string{}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		service, name := method(r.URL.Path)
		if service == "shop.Catalog" && name == "List" {
			next.ServeHTTP(w, r)
			return
		}
		role, found := users[r.Header.Get("Authorization")]
		if !found {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		wanted := roles[service][name]
		if len(wanted) == 0 {
			next.ServeHTTP(w, r)
			return
		}
		for _, one := range wanted {
			if one == role {
				next.ServeHTTP(w, r)
				return
			}
		}
		w.WriteHeader(http.StatusForbidden)
	})
}
