// The refusal is written and the request goes on: a return is missing.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /a", noReturn(http.HandlerFunc(ok)))          // want `^GET /a: unguarded none$`
	mux.Handle("GET /b", onePath(http.HandlerFunc(ok)))           // want `^GET /b: unguarded none$`
	mux.Handle("GET /c", deferred(http.HandlerFunc(ok)))          // want `^GET /c: unguarded none$`
	mux.Handle("GET /d", helper(http.HandlerFunc(ok)))            // want `^GET /d: unguarded none$`
	mux.Handle("GET /e", correct(http.HandlerFunc(ok)))           // want `^GET /e: guarded authn correct\[\]\[401\]$`
	mux.Handle("GET /f", noReturn(correct(http.HandlerFunc(ok)))) // want `^GET /f: guarded authn correct\[\]\[401\]$`
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

// onePath returns for a wrong token, and not for none.
func onePath(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "secret" {
			w.WriteHeader(http.StatusUnauthorized)
		} else if !known(r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// deferred goes on whatever happened before.
func deferred(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer next.ServeHTTP(w, r)
		if !known(r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	})
}

func refuse(w http.ResponseWriter) {
	w.WriteHeader(http.StatusUnauthorized)
	return
}

// helper takes the return of refuse for its own.
func helper(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !known(r) {
			refuse(w)
		}
		next.ServeHTTP(w, r)
	})
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
