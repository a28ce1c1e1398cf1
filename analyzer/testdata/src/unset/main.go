// A guard that is configured by the fields of a struct of which most, or all, are
// left at their zero values.
package main

import (
	"net/http"
	"strings"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /plain", (&gate{}).wrap(http.HandlerFunc(ok)))                             // want `^GET /plain: guarded authn wrap\[\]\[401\]$`
	mux.Handle("GET /page", (&gate{}).to("/start").wrap(http.HandlerFunc(ok)))                 // want `^GET /page: guarded authn wrap\[\]\[302\]$`
	mux.Handle("GET /open/page", (&gate{open: []string{"/open/"}}).wrap(http.HandlerFunc(ok))) // want `^GET /open/page: unguarded none$`
	mux.Handle("GET /shut/page", (&gate{open: []string{"/open/"}}).wrap(http.HandlerFunc(ok))) // want `^GET /shut/page: guarded authn wrap\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

type gate struct {
	target string
	open   []string
}

func (g *gate) to(target string) *gate {
	g.target = target
	return g
}

func (g *gate) spares(path string) bool {
	for _, p := range g.open {
		if strings.HasPrefix(path, p) || path == p {
			return true
		}
	}
	return false
}

func session(r *http.Request) (string, error) {
	c, err := r.Cookie("session")
	if err != nil || c.Value != "secret" {
		return "", err
	}
	return "somebody", nil
}

func (g *gate) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, err := session(r)
		if err != nil || user == "" {
			switch {
			case g.spares(r.URL.Path):
				next.ServeHTTP(w, r)
			case g.target == "":
				w.WriteHeader(http.StatusUnauthorized)
			default:
				http.Redirect(w, r, g.target, http.StatusFound)
			}
			return
		}
		next.ServeHTTP(w, r)
	})
}
