// A server that cuts the path into its pieces and counts them from the end: the method, the
// service, and where that is served.
package main

import (
	"net/http"
	"strings"
)

type service struct{ prefix string }

func main() {
	s := &service{prefix: "/rpc"}
	http.Handle("/rpc/shop.Orders/", s) // want `^POST /rpc/shop.Orders/List: unguarded none$` `^POST /rpc/shop.Orders/Cancel: guarded authn ServeHTTP\[\]\[401\]$`
	http.Handle("/other/", s)           // want `^\* /other/: `
	http.ListenAndServe("", nil)
}

func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "POST only", http.StatusNotFound)
		return
	}
	prefix, name, method := pieces(r.URL.Path)
	if name != "shop.Orders" || prefix != s.prefix {
		http.NotFound(w, r)
		return
	}
	switch method {
	case "List":
		w.Write([]byte("[]"))
	case "Cancel":
		s.cancel(w, r)
	default:
		http.NotFound(w, r)
	}
}

func pieces(path string) (prefix, name, method string) {
	parts := strings.Split(path, "/")
	if len(parts) < 2 {
		return "", "", ""
	}
	method = parts[len(parts)-1]
	name = parts[len(parts)-2]
	prefix = strings.Join(parts[0:len(parts)-2], "/")
	return prefix, name, method
}

func (s *service) cancel(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer t1" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte("done"))
}
