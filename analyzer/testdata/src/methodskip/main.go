// A guard that lets some methods pass.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /a", preflight(http.HandlerFunc(ok)))     // want `^GET /a: guarded authn preflight\[\]\[401\]$`
	mux.Handle("OPTIONS /a", preflight(http.HandlerFunc(ok))) // want `^OPTIONS /a: public none$`
	mux.Handle("GET /b", readers(http.HandlerFunc(ok)))       // want `^GET /b: unguarded none$`
	mux.Handle("PUT /b", readers(http.HandlerFunc(ok)))       // want `^PUT /b: guarded authn readers\[\]\[401\]$`
	mux.Handle("HEAD /b", readers(http.HandlerFunc(ok)))      // want `^HEAD /b: unguarded none$`
	mux.Handle("/c", readers(http.HandlerFunc(ok)))           // want `^\* /c: unguarded none$`
	mux.Handle("DELETE /d", deleters(http.HandlerFunc(ok)))   // want `^DELETE /d: guarded authn deleters\[\]\[401\]$`
	mux.Handle("POST /d", deleters(http.HandlerFunc(ok)))     // want `^POST /d: unguarded none$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func known(r *http.Request) bool { return r.Header.Get("Authorization") == "Bearer t1" }

// preflight lets the browser ask whether it may ask.
func preflight(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodOptions {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		if !known(r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// readers lets everybody read.
func readers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.Method {
		case http.MethodGet, http.MethodHead:
		default:
			if !known(r) {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// deleters guards one method only.
func deleters(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodDelete && !known(r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
