// One function answers for all errors. What a library says is none of the program's own, if
// it was not given what makes them.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
)

var (
	errNobody = errors.New("nobody")
	errNotFor = errors.New("not for you")
	db        *sql.DB
)

type coded struct{ code int }

func (c *coded) Error() string { return http.StatusText(c.code) }

type handler func(w http.ResponseWriter, r *http.Request) error

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	var c *coded
	switch {
	case err == nil:
	case errors.As(err, &c):
		http.Error(w, c.Error(), c.code)
	case errors.Is(err, errNobody):
		http.Error(w, "log in", http.StatusUnauthorized)
	case err == errNotFor:
		http.Error(w, "not for you", http.StatusForbidden)
	default:
		http.Error(w, "later", http.StatusInternalServerError)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("PUT /names", handler(rename))    // want `^PUT /names: unguarded none$`
	mux.Handle("PUT /wrapped", handler(wrapped)) // want `^PUT /wrapped: unguarded none$`
	mux.Handle("DELETE /names", handler(remove)) // want `^DELETE /names: guarded authn remove\[\]\[401\]$`
	mux.Handle("PUT /known", handler(known))     // want `^PUT /known: guarded authn known\[\]\[403\]$`
	mux.Handle("PUT /other", handler(other))     // want `^PUT /other: guarded authn ServeHTTP\[\]\[401\] other\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func change(ctx context.Context, name string) error {
	_, err := db.ExecContext(ctx, "INSERT INTO names VALUES ($1)", name)
	return err
}

func rename(w http.ResponseWriter, r *http.Request) error {
	if r.FormValue("name") == "" {
		return &coded{http.StatusBadRequest}
	}
	return change(r.Context(), r.FormValue("name"))
}

func wrapped(w http.ResponseWriter, r *http.Request) error {
	if err := change(r.Context(), r.FormValue("name")); err != nil {
		return fmt.Errorf("cannot rename: %w", err)
	}
	return nil
}

func who(r *http.Request) error {
	if r.Header.Get("Authorization") != "Bearer t1" {
		return errNobody
	}
	return nil
}

func remove(w http.ResponseWriter, r *http.Request) error {
	if err := who(r); err != nil {
		return err
	}
	return change(r.Context(), r.FormValue("name"))
}

func known(w http.ResponseWriter, r *http.Request) error {
	if who(r) != nil {
		return &coded{http.StatusForbidden}
	}
	return change(r.Context(), r.FormValue("name"))
}

// other gives the database a function that may return an error of the program's own.
func other(w http.ResponseWriter, r *http.Request) error {
	if err := who(r); err != nil {
		return err
	}
	c, err := db.Conn(r.Context())
	if err != nil {
		return err
	}
	return c.Raw(func(any) error {
		if r.FormValue("name") == "root" {
			return errNotFor
		}
		return nil
	})
}
