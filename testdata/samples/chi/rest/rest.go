// Package rest lets handlers return their errors.
package rest

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/chi/auth"
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
	var refused *auth.Error
	if errors.As(err, &refused) {
		http.Error(w, refused.Message, refused.Status)
		return
	}
	http.Error(w, "something broke", http.StatusInternalServerError)
}

// A Handler is an http.Handler that returns its error.
type Handler func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP answers for the handler if it fails.
func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		Fail(w, err)
	}
}
