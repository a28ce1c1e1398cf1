// A middleware around the mux that gives everybody a session, and sends to the
// login page whose session has no user; some paths are for everybody.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"strings"
)

type key int

const sessionKey key = 0

type session struct {
	id, token string
	user      *int64
}

func (s *session) authenticated() bool { return s.user != nil }

type store struct{ db *sql.DB }

func (s *store) find(id string) (*session, error) {
	var found session
	err := s.db.QueryRow(`select id, token, user_id from sessions where id=$1`, id).Scan(&found.id, &found.token, &found.user)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return &found, nil
}

func (s *store) create(n *session) error {
	_, err := s.db.Exec(`insert into sessions (id, token) values ($1, $2)`, n.id, n.token)
	return err
}

type sessions struct{ store *store }

func (m *sessions) handle(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s, err := m.load(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if s == nil {
			s = &session{id: "new", token: "secret"}
			if err := m.store.create(s); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			http.SetCookie(w, &http.Cookie{Name: "session", Value: s.id})
		}
		r = r.WithContext(context.WithValue(r.Context(), sessionKey, s))
		if !isAuthenticated(r) && !isPublic(r) {
			http.Redirect(w, r, "/login?next="+r.RequestURI, http.StatusFound)
			return
		}
		next.ServeHTTP(w, r)
		if s.authenticated() {
			log.Print(s.id)
		}
	})
}

func (m *sessions) load(r *http.Request) (*session, error) {
	value := cookieValue(r, "session")
	if value == "" {
		return nil, nil
	}
	id, token, ok := strings.Cut(value, ".")
	if !ok || id == "" {
		return nil, nil
	}
	s, err := m.store.find(id)
	if err != nil {
		return nil, err
	}
	if s == nil || s.token != token {
		return nil, nil
	}
	return s, nil
}

func cookieValue(r *http.Request, name string) string {
	c, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	return c.Value
}

func current(r *http.Request) *session {
	if v := r.Context().Value(sessionKey); v != nil {
		if s, ok := v.(*session); ok {
			return s
		}
	}
	return nil
}

func isAuthenticated(r *http.Request) bool {
	s := current(r)
	return s != nil && s.authenticated()
}

func isPublic(r *http.Request) bool {
	switch r.URL.Path {
	case "/", "/news":
		return true
	}
	return strings.HasPrefix(r.URL.Path, "/share/")
}

func main() {
	m := &sessions{store: &store{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /inbox", ok)        // want `^GET /inbox: guarded authn handle\[\]\[302\]$`
	mux.HandleFunc("POST /orders", ok)      // want `^POST /orders: guarded authn handle\[\]\[302\]$`
	mux.HandleFunc("GET /news", ok)         // want `^GET /news: unguarded none$`
	mux.HandleFunc("GET /share/{code}", ok) // want `^GET /share/{code}: unguarded none$`
	http.ListenAndServe("", m.handle(mux))
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }
