// Program ownstatus answers errors with the status that they have: whether one that comes from a function which
// is given who asks, and what is asked for, refuses who asks, nobody knows.
package main

import (
	"context"
	"errors"
	"net/http"

	"example.org/pages"
)

type key struct{}

func fail(w http.ResponseWriter, err error) {
	var f *pages.Error
	if !errors.As(err, &f) {
		http.Error(w, "it went wrong", http.StatusInternalServerError)
		return
	}
	http.Error(w, f.Error(), f.Code)
}

func identify(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if name, password, ok := r.BasicAuth(); ok && password == "secret" {
			r = r.WithContext(context.WithValue(r.Context(), key{}, name))
		}
		next(w, r)
	}
}

func show(w http.ResponseWriter, r *http.Request) {
	user, _ := r.Context().Value(key{}).(string)
	text, err := pages.Find(r.Context(), r.PathValue("id"), user)
	if err != nil {
		fail(w, err)
		return
	}
	w.Write([]byte(text))
}

func mine(w http.ResponseWriter, r *http.Request) {
	user, _ := r.Context().Value(key{}).(string)
	if user == "" {
		fail(w, &pages.Error{Code: http.StatusUnauthorized, Text: "who are you"})
		return
	}
	w.Write([]byte(user))
}

func main() {
	http.HandleFunc("GET /pages/{id}", identify(show)) // want `^GET /pages/\{id\}: unknown none`
	http.HandleFunc("GET /mine", identify(mine))       // want `^GET /mine: guarded authn`
	http.ListenAndServe(":80", nil)
}
