// Handlers return errors, and one function answers for all of them: for what a database
// says, too, and with the status that an error of a type has.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"onefunction/store"
)

var (
	errNobody    = errors.New("nobody")
	errForbidden = errors.New("forbidden")
)

type statusError struct {
	status int
	err    error
}

func (e *statusError) Error() string { return e.err.Error() }
func (e *statusError) Unwrap() error { return e.err }

type handler func(w http.ResponseWriter, r *http.Request) error

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		respond(w, err)
	}
}

func respond(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	var known *statusError
	switch {
	case errors.As(err, &known):
		status = known.status
	case errors.Is(err, errNobody):
		status = http.StatusUnauthorized
	case errors.Is(err, errForbidden):
		status = http.StatusForbidden
	case errors.Is(err, store.ErrNotFound):
		status = http.StatusNotFound
	}
	http.Error(w, http.StatusText(status), status)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /things", handler(list))           // want `^GET /things: guarded authn ServeHTTP.* list\[\]\[401 .*\]$`
	mux.Handle("POST /things", handler(add))           // want `^POST /things: guarded authn ServeHTTP.* add\[\]\[401 .*\]$`
	mux.Handle("GET /users", handler(users))           // want `^GET /users: guarded authz ServeHTTP.* users\[admin\]\[401 .*\]$`
	mux.Handle("GET /open", handler(open))             // want `^GET /open: unguarded none$`
	mux.Handle("DELETE /things/{id}", handler(remove)) // want `^DELETE /things/{id}: unguarded none$`
	mux.Handle("DELETE /users/{id}", handler(forgets)) // want `^DELETE /users/{id}: unguarded none$`
	http.ListenAndServe("", mux)
}

func current(r *http.Request) (*store.User, error) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return nil, errNobody
	}
	u, err := store.UserByToken(r.Context(), token)
	if errors.Is(err, store.ErrNotFound) {
		return nil, fmt.Errorf("token: %w", errNobody)
	}
	if err != nil {
		return nil, fmt.Errorf("looking up the token: %w", err)
	}
	return u, nil
}

func requireAdmin(r *http.Request) error {
	u, err := current(r)
	if err != nil {
		return err
	}
	if u.Role != "admin" {
		return errForbidden
	}
	return nil
}

func list(w http.ResponseWriter, r *http.Request) error {
	if _, err := current(r); err != nil {
		return err
	}
	return open(w, r)
}

func add(w http.ResponseWriter, r *http.Request) error {
	u, err := current(r)
	if err != nil {
		return err
	}
	if err := store.Add(r.Context(), u.ID, r.FormValue("text")); err != nil {
		return err
	}
	w.WriteHeader(http.StatusCreated)
	return nil
}

func users(w http.ResponseWriter, r *http.Request) error {
	if err := requireAdmin(r); err != nil {
		return err
	}
	w.Write([]byte("users"))
	return nil
}

func open(w http.ResponseWriter, r *http.Request) error {
	all, err := store.Things(r.Context())
	if err != nil {
		return err
	}
	w.Write([]byte(strings.Join(all, "\n")))
	return nil
}

// remove asks when it is too late.
func remove(w http.ResponseWriter, r *http.Request) error {
	if err := store.Remove(r.Context(), r.PathValue("id")); err != nil {
		return err
	}
	_, err := current(r)
	return err
}

// forgets does not look at what the check says.
func forgets(w http.ResponseWriter, r *http.Request) error {
	requireAdmin(r)
	return store.Remove(r.Context(), "user/"+r.PathValue("id"))
}
