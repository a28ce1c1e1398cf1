// Program storedjson keeps who is logged in as JSON: what is read from that into a struct is not what
// the struct was made with.
package main

import (
	"database/sql"
	"encoding/json"
	"net/http"
)

type user struct {
	ID     string
	Status int
}

type store struct{ db *sql.DB }

func (s store) user(r *http.Request, token string) (*user, error) {
	var text string
	if err := s.db.QueryRowContext(r.Context(), "SELECT text FROM sessions WHERE token = ?", token).Scan(&text); err != nil {
		return nil, err
	}
	u := &user{}
	if err := json.Unmarshal([]byte(text), u); err != nil {
		return nil, err
	}
	return u, nil
}

func (s store) active(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u, err := s.user(r, r.Header.Get("Authorization"))
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		if u.Status != 1 {
			http.Error(w, "not active", http.StatusForbidden)
			return
		}
		next(w, r)
	}
}

func answer(w http.ResponseWriter, r *http.Request) { w.Write([]byte("answer")) }

func main() {
	db, _ := sql.Open("", "")
	http.HandleFunc("GET /active", store{db}.active(answer)) // want `^GET /active: guarded authz`
	http.HandleFunc("GET /open", answer)                     // want `^GET /open: unguarded none`
	http.ListenAndServe(":80", nil)
}
