// A handler that ends the program: that nothing is answered then is no refusal, and nothing that is not implemented.
package main

import (
	"log"
	"net/http"
	"os"
)

var users = map[string]string{"t1": "ann"}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /stop", stop)       // want `^POST /stop: unguarded none`
	mux.HandleFunc("POST /halt", halt)       // want `^POST /halt: guarded authn halt`
	mux.HandleFunc("POST /restart", restart) // want `^POST /restart: guarded authn restart`
	mux.HandleFunc("POST /broken", broken)   // want `^POST /broken: unguarded none`
	mux.HandleFunc("GET /orders", orders)    // want `^GET /orders: guarded authn orders`
	mux.HandleFunc("PUT /orders", notYet)    // want `^PUT /orders: public none`
	http.ListenAndServe("", mux)
}

func known(r *http.Request) bool {
	_, ok := users[r.Header.Get("Authorization")]
	return ok
}

func stop(w http.ResponseWriter, r *http.Request) {
	log.Print("asked to stop")
	os.Exit(1)
}

func halt(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	os.Exit(0)
}

func restart(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("going down"))
	os.Exit(0)
}

// broken stops for whoever is not known.
func broken(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		os.Exit(1)
	}
	w.Write([]byte("done"))
}

func orders(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("done"))
}

func notYet(w http.ResponseWriter, r *http.Request) { panic("not implemented") }
