// Package rest lets handlers return their errors.
package rest

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/gorilla/auth"
)

// Acted notes in the response that a handler has done its work.
func Acted(w http.ResponseWriter) { w.Header().Set("X-Acted", "yes") }

// OK is the answer of a handler that has done its work.
func OK(w http.ResponseWriter, body any) {
	Acted(w)
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(body)
}

// Fail answers with the status that an error carries.
func Fail(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	var refused *auth.Error
	if errors.As(err, &refused) {
		status = refused.Status
	}
	http.Error(w, err.Error(), status)
}

// A Handler is an http.Handler that returns its error.
type Handler func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP answers for the handler if it fails.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		Fail(w, err)
	}
}

// Public is a handler for anybody that takes In and answers Out.
func Public[In, Out any](serve func(In) (Out, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { run(w, r, serve) }
}

// Private is a handler for members that takes In and answers Out.
func Private[In, Out any](s *auth.Service, serve func(*auth.User, In) (Out, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u, ok := s.Require(w, r)
		if !ok {
			return
		}
		run(w, r, func(in In) (Out, error) { return serve(u, in) })
	}
}

func run[In, Out any](w http.ResponseWriter, r *http.Request, serve func(In) (Out, error)) {
	var in In
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil && !errors.Is(err, io.EOF) {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	out, err := serve(in)
	if err != nil {
		Fail(w, err)
		return
	}
	OK(w, out)
}
