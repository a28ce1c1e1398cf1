// A request may say whom it is about, in its path, its query or its body. That there is somebody of that name proves nothing of who asks,
// though the others are answered 401, unless a step has found out who asks: then the function that looks may know it.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
)

type user struct{ Name, Role, Hash string }

// A store is not read: who asks it gets whom it finds.
type store interface {
	ByID(ctx context.Context, id string) (*user, error)
	ByToken(ctx context.Context, token string) (*user, error)
	WithPassword(ctx context.Context, name, password string) (*user, error)
}

var users store

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /form", shows(func(r *http.Request) (*user, error) { return users.ByID(r.Context(), r.FormValue("user_id")) }))         // want `^GET /form: unknown none$`
	mux.HandleFunc("GET /path/{id}", shows(func(r *http.Request) (*user, error) { return users.ByID(r.Context(), r.PathValue("id")) }))         // want `^GET /path/\{id\}: unknown none$`
	mux.HandleFunc("POST /body", shows(func(r *http.Request) (*user, error) { return users.ByID(r.Context(), decoded(r).UserID) }))             // want `^POST /body: unknown none$`
	mux.HandleFunc("POST /key", shows(func(r *http.Request) (*user, error) { return users.ByToken(r.Context(), decoded(r).APIKey) }))           // want `^POST /key: guarded authn shows\[\]\[401\]$`
	mux.HandleFunc("GET /token", shows(func(r *http.Request) (*user, error) { return users.ByToken(r.Context(), r.FormValue("token")) }))       // want `^GET /token: guarded authn shows\[\]\[401\]$`
	mux.HandleFunc("GET /code", shows(func(r *http.Request) (*user, error) { return users.ByToken(r.Context(), r.FormValue("code")) }))         // want `^GET /code: guarded authn shows\[\]\[401\]$`
	mux.HandleFunc("POST /both", shows(func(r *http.Request) (*user, error) { return withPassword(r) }))                                        // want `^POST /both: guarded authn shows\[\]\[401\]$`
	mux.HandleFunc("GET /role/{id}", role)                                                                                                      // want `^GET /role/\{id\}: unknown none$`
	mux.Handle("GET /behind/{id}", identify(shows(func(r *http.Request) (*user, error) { return users.ByID(r.Context(), r.PathValue("id")) }))) // want `^GET /behind/\{id\}: guarded authn shows\[\]\[401\]$`
	mux.Handle("GET /traced/{id}", traced(shows(func(r *http.Request) (*user, error) { return users.ByID(r.Context(), r.PathValue("id")) })))   // want `^GET /traced/\{id\}: unknown none$`
	mux.HandleFunc("GET /denied/{id}", denied)                                                                                                  // want `^GET /denied/\{id\}: unknown none$`
	mux.HandleFunc("POST /rows", rows)                                                                                                          // want `^POST /rows: unknown none$`
	http.ListenAndServe("", mux)
}

type sent struct{ UserID, APIKey string }

func decoded(r *http.Request) sent {
	var in sent
	json.NewDecoder(r.Body).Decode(&in)
	return in
}

func withPassword(r *http.Request) (*user, error) {
	return users.WithPassword(r.Context(), r.FormValue("user"), r.FormValue("password"))
}

func shows(find func(r *http.Request) (*user, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u, err := find(r)
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.Write([]byte(u.Name))
	}
}

// role asks what the one may do whom the request names.
func role(w http.ResponseWriter, r *http.Request) {
	u, err := users.ByID(r.Context(), r.PathValue("id"))
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if u.Role != "admin" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.Write([]byte(u.Name))
}

type whoKey struct{}

// identify finds out who asks, and refuses nobody.
func identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("session"); err == nil {
			if u, err := users.ByToken(r.Context(), c.Value); err == nil {
				r = r.WithContext(context.WithValue(r.Context(), whoKey{}, u))
			}
		}
		next.ServeHTTP(w, r)
	})
}

type traceKey struct{}

// traced keeps what says nothing of who asks.
func traced(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), traceKey{}, r.Header.Get("X-Request-Id"))))
	})
}

var errDenied = errors.New("not for you")

// denied asks which error it is.
func denied(w http.ResponseWriter, r *http.Request) {
	u, err := users.ByID(r.Context(), r.PathValue("id"))
	if errors.Is(err, errDenied) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	w.Write([]byte(u.Name))
}

var db *sql.DB

// rows looks for a name in a database, and forgets to compare the password.
func rows(w http.ResponseWriter, r *http.Request) {
	var u user
	if err := db.QueryRowContext(r.Context(), "SELECT name, hash FROM users WHERE name = $1", r.FormValue("user")).Scan(&u.Name, &u.Hash); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(u.Name))
}
