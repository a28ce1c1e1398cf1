// Package rest lets handlers return their errors and take their input, and has
// the routers that net/http does not have.
package rest

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/auth"
)

// Acted notes in the response that a handler has done its work.
func Acted(w http.ResponseWriter) { w.Header().Set("X-Acted", "yes") }

// OK is the answer of a handler that has done its work.
func OK(w http.ResponseWriter, body any) {
	Acted(w)
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(body)
}

// A Handler is an http.Handler that returns its error.
type Handler func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP answers for the handler if it fails.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	switch {
	case err == nil:
	case errors.Is(err, auth.ErrStranger), errors.Is(err, auth.ErrForbidden):
		auth.Refuse(w, err)
	default:
		http.Error(w, "something broke", http.StatusInternalServerError)
	}
}

// Public is a handler for anybody that takes In and answers Out.
func Public[In, Out any](serve func(In) Out) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { run(w, r, serve) })
}

// Private is a handler for users that takes In and answers Out.
func Private[In, Out any](serve func(*auth.User, In) Out) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, ok := auth.Require(w, r)
		if !ok {
			return
		}
		run(w, r, func(in In) Out { return serve(u, in) })
	})
}

func run[In, Out any](w http.ResponseWriter, r *http.Request, serve func(In) Out) {
	var in In
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil && !errors.Is(err, io.EOF) {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	OK(w, serve(in))
}
