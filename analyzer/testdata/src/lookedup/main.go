// Program lookedup looks up who asks in a function that a store calls, and whose error it hands on.
package main

import (
	"encoding/json"
	"errors"
	"net/http"

	"example.org/bolt"
)

type user struct{ Name, Role string }

type app struct{ db *bolt.DB }

func (a app) user(r *http.Request) (*user, error) {
	var u user
	err := a.db.View(func(tx *bolt.Tx) error {
		text := tx.Get([]byte(r.Header.Get("Authorization")))
		if text == nil {
			return errors.New("nobody")
		}
		return json.Unmarshal(text, &u)
	})
	if err != nil {
		return nil, err
	}
	return &u, nil
}

// anybody does not hand on what it has found.
func (a app) anybody(r *http.Request) (*user, error) {
	u := user{Name: "guest"}
	if err := a.db.View(func(tx *bolt.Tx) error {
		if text := tx.Get([]byte(r.Header.Get("Authorization"))); text != nil {
			json.Unmarshal(text, &u)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	return &u, nil
}

func login(find func(*http.Request) (*user, error), role string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u, err := find(r)
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		if role != "" && u.Role != role {
			http.Error(w, "you may not", http.StatusForbidden)
			return
		}
		w.Write([]byte("answer"))
	}
}

func main() {
	a := app{bolt.Open()}
	http.HandleFunc("GET /user", login(a.user, ""))       // want `^GET /user: guarded authn`
	http.HandleFunc("GET /admin", login(a.user, "admin")) // want `^GET /admin: guarded authz .*admin`
	http.HandleFunc("GET /guest", login(a.anybody, ""))   // want `^GET /guest: unguarded none`
	http.ListenAndServe(":80", nil)
}
