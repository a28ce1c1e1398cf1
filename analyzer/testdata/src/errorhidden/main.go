// Errors of a type that is not exported say with which status they are answered, by one function that is given anything.
package main

import (
	"errorhidden/errs"
	"net/http"
)

var users = map[string]string{"t1": "ann"}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", guarded(errs.NotYours)) // want `^GET /orders: guarded authn guarded\[\]\[403\]$`
	mux.HandleFunc("GET /peers", guarded(errs.NotKnown))  // want `^GET /peers: guarded authn guarded\[\]\[401\]$`
	mux.HandleFunc("GET /reason", guarded(errs.NoReason)) // want `^GET /reason: unguarded none$`
	http.ListenAndServe("", mux)
}

func guarded(refusal errs.Error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, known := users[r.Header.Get("Authorization")]; !known {
			answer(w, refusal)
			return
		}
		answer(w, "done")
	}
}

func answer(w http.ResponseWriter, what any) {
	if e, ok := what.(errs.Error); ok {
		w.WriteHeader(e.Status())
		w.Write([]byte(e.Error()))
		return
	}
	if e, ok := what.(error); ok {
		http.Error(w, e.Error(), http.StatusInternalServerError)
		return
	}
	w.Write([]byte("done"))
}
