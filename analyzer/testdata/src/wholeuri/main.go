// Guards that let requests pass for what stands in the URI that they are sent for: its start
// is the path, and whoever asks adds the rest as a query.
package main

import (
	"net/http"
	"strings"
)

var users = map[string]string{}

// unless guards all requests but some.
func unless(open func(r *http.Request) bool) func(http.HandlerFunc) http.Handler {
	return func(next http.HandlerFunc) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !open(r) && users[r.Header.Get("Authorization")] == "" {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

var (
	ends     = unless(func(r *http.Request) bool { return strings.HasSuffix(r.RequestURI, ".css") })
	contains = unless(func(r *http.Request) bool { return strings.Contains(r.URL.String(), "/healthz") })
	begins   = unless(func(r *http.Request) bool { return strings.HasPrefix(r.URL.RequestURI(), "/open/") })
	is       = unless(func(r *http.Request) bool { return r.RequestURI == "/enter" })
	inPath   = unless(func(r *http.Request) bool { return strings.Contains(r.URL.Path, "/healthz") })
)

// refusing is no guard: it refuses what nobody needs to ask for.
func refusing(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.RequestURI, ".php") {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("ok")) }

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /ends", ends(ok))         // want `^GET /ends: unguarded none$`
	mux.Handle("GET /contains", contains(ok)) // want `^GET /contains: unguarded none$`
	mux.Handle("GET /begins", begins(ok))     // want `^GET /begins: guarded authn unless`
	mux.Handle("GET /open/x", begins(ok))     // want `^GET /open/x: unguarded none$`
	mux.Handle("GET /is", is(ok))             // want `^GET /is: guarded authn unless`
	mux.Handle("GET /enter", is(ok))          // want `^GET /enter: unguarded none$`
	mux.Handle("GET /in-path", inPath(ok))    // want `^GET /in-path: guarded authn unless`
	mux.Handle("GET /refuses", refusing(ok))  // want `^GET /refuses: unguarded none$`
	http.ListenAndServe("", mux)
}
