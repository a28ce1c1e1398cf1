// A guard that ends the request by a panic: the server drops the connection.
package main

import (
	"errors"
	"net/http"
)

var users = map[string]string{"t1": "ann"}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /orders", abort(http.HandlerFunc(ok))) // want `^GET /orders: guarded authn abort`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func check(r *http.Request) error {
	if _, known := users[r.Header.Get("Authorization")]; !known {
		return errors.New("nobody")
	}
	return nil
}

func abort(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r); err != nil {
			panic(http.ErrAbortHandler)
		}
		next.ServeHTTP(w, r)
	})
}
