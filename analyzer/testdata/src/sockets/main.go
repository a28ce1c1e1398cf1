// The same routes for the network, with a guard, and for who is on the machine, without: who may open the socket, its file says. Where
// it is not certain that it is one, the network may reach it.
package main

import (
	"context"
	"net"
	"net/http"
	"os"
)

type localKey struct{}

var users = map[string]string{"t1": "ann"}

func main() {
	api := http.NewServeMux()
	api.HandleFunc("GET /orders", guard(ok)) // want `^GET /orders: guarded authn guard` `^GET /orders: public none`
	api.HandleFunc("POST /orders", ok)       // want `^POST /orders: unguarded none` `^POST /orders: public none`

	l, err := net.Listen("unix", "/run/orders.sock")
	if err != nil {
		panic(err)
	}
	socket := &http.Server{Handler: trusts(api)}
	go func() { _ = socket.Serve(l) }()

	other := http.NewServeMux()
	other.HandleFunc("GET /peers", ok) // want `^GET /peers: public none`
	go func() { _ = http.Serve(listen(), other) }()

	either := http.NewServeMux()
	either.HandleFunc("GET /either", ok) // want `^GET /either: unguarded none`
	go func() { _ = http.Serve(configured(), either) }()

	both := http.NewServeMux()
	both.HandleFunc("GET /both", ok) // want `^GET /both: unguarded none`
	go func() { _ = http.Serve(listen(), both) }()
	go func() { _ = http.ListenAndServe(":8081", both) }()

	named := http.NewServeMux()
	named.HandleFunc("GET /named", ok) // want `^GET /named: unguarded none`
	n, _ := net.Listen(os.Getenv("NETWORK"), os.Getenv("ADDRESS"))
	go func() { _ = http.Serve(n, named) }()

	http.ListenAndServe(":8080", api)
}

func listen() net.Listener {
	l, err := (&net.ListenConfig{}).Listen(context.Background(), "unix", "/run/peers.sock")
	if err != nil {
		panic(err)
	}
	return l
}

func configured() net.Listener {
	var l net.Listener
	if os.Getenv("SOCKET") != "" {
		l, _ = net.Listen("unix", os.Getenv("SOCKET"))
	} else {
		l, _ = net.Listen("tcp", ":8082")
	}
	return l
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func trusts(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), localKey{}, true)))
	})
}

func guard(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Context().Value(localKey{}) != nil {
			next(w, r)
			return
		}
		if _, known := users[r.Header.Get("Authorization")]; !known {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}
