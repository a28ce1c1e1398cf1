// A guard that ends the request by a panic: the server drops the connection.
package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
)

var users = map[string]string{"t1": "ann"}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /orders", abort(http.HandlerFunc(ok))) // want `^GET /orders: guarded authn abort`
	mux.HandleFunc("GET /invoices", invoices)              // want `^GET /invoices: guarded authn invoices`
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

// must ends the request, unless the client is gone already.
func must(err error) {
	if err == nil {
		return
	}
	if broken, ok := err.(*net.OpError); ok && broken.Op == "write" {
		return
	}
	panic(err)
}

func invoices(w http.ResponseWriter, r *http.Request) {
	if err := check(r); err != nil {
		must(fmt.Errorf("invoices: not for you"))
	}
	w.Write([]byte("done"))
}
