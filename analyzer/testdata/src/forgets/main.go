// The refusal is written and the request goes on: a return is missing.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /a", noReturn(http.HandlerFunc(ok))) // want `^GET /a: unguarded none$`
	mux.Handle("GET /e", correct(http.HandlerFunc(ok)))  // want `^GET /e: guarded authn correct\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func known(r *http.Request) bool { return r.Header.Get("Authorization") == "Bearer t1" }

func noReturn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !known(r) {
			http.Error(w, "who are you?", http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

func refuse(w http.ResponseWriter) {
	w.WriteHeader(http.StatusUnauthorized)
	return
}

func correct(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !known(r) {
			refuse(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}
