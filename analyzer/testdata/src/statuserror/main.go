// Handlers that return a status and an error; what wraps them all writes it.
package main

import (
	"errors"
	"log"
	"net/http"
)

// An action acts, or says what to answer instead.
type action func(w http.ResponseWriter, r *http.Request) (int, error)

// ServeHTTP is the only place that writes a refusal.
func (a action) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	status, err := a(w, r)
	if err != nil {
		log.Print(err)
		http.Error(w, http.StatusText(status), status)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /orders", withUser(list))         // want `^GET /orders: guarded authn withUser\[\]\[401\]$`
	mux.Handle("DELETE /orders/{id}", action(remove)) // want `^DELETE /orders/{id}: guarded authn \w+\[\]\[403\]$`
	mux.Handle("POST /orders", action(create))        // want `^POST /orders: unguarded none$`
	http.ListenAndServe("", mux)
}

func withUser(next action) action {
	return func(w http.ResponseWriter, r *http.Request) (int, error) {
		if !known(r) {
			return http.StatusUnauthorized, errors.New("nobody")
		}
		return next(w, r)
	}
}

func known(r *http.Request) bool { return r.Header.Get("Authorization") == "Bearer t1" }

func list(w http.ResponseWriter, r *http.Request) (int, error) {
	_, err := w.Write([]byte("[]"))
	return http.StatusInternalServerError, err
}

func remove(w http.ResponseWriter, r *http.Request) (int, error) {
	if !known(r) {
		return http.StatusForbidden, errors.New("not you")
	}
	w.WriteHeader(http.StatusNoContent)
	return 0, nil
}

// create demands a name, from anybody.
func create(w http.ResponseWriter, r *http.Request) (int, error) {
	if r.FormValue("name") == "" {
		return http.StatusBadRequest, errors.New("no name")
	}
	w.WriteHeader(http.StatusCreated)
	return 0, nil
}
