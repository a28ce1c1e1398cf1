// Package app guards routes of net/http by packages, in each of their modes.
package app

import (
	"context"
	"errors"
	"net/http"

	jwtmiddleware "github.com/auth0/go-jwt-middleware/v2"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() http.Handler {
	mux := http.NewServeMux()
	done := http.HandlerFunc(auth.Done)

	strict := jwtmiddleware.New(validate)
	optional := jwtmiddleware.New(validate, jwtmiddleware.WithCredentialsOptional(true))
	mux.Handle("GET /jwt/strict", strict.CheckJWT(done))
	mux.Handle("GET /jwt/optional", optional.CheckJWT(done)) // planted fault: who brings no token passes
	mux.Handle("GET /jwt/claimed", optional.CheckJWT(http.HandlerFunc(claimed)))

	clerkSessions(mux)
	signIn(mux)
	shop(mux)

	visits(mux)
	return Sessions.LoadAndSave(mux)
}

// validate is what makes a token one.
func validate(_ context.Context, token string) (any, error) {
	if token != "user" && token != "admin" {
		return nil, errors.New("unknown token")
	}
	return token, nil
}

// claimed asks for what the middleware has found.
func claimed(w http.ResponseWriter, r *http.Request) {
	if r.Context().Value(jwtmiddleware.ContextKey{}) == nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}
