package web

import (
	"net/http"
	"strings"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/auth"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/mw"
)

// toLogin sends strangers to the login.
func toLogin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := auth.FromContext(r.Context()); !ok {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// unless applies a middleware to all paths but those below a prefix.
func unless(prefix string, m mw.Middleware) mw.Middleware {
	return func(next http.Handler) http.Handler {
		kept := m(next)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasPrefix(r.URL.Path, prefix) {
				next.ServeHTTP(w, r)
				return
			}
			kept.ServeHTTP(w, r)
		})
	}
}
