// Sessions: a cookie that names one.
package main

import (
	"errors"
	"net/http"
	"sync"
	"time"
)

type session struct {
	user    string
	expires time.Time
}

type store struct {
	mu       sync.Mutex
	sessions map[string]*session
}

var errNoSession = errors.New("no session")

func main() {
	s := &store{sessions: map[string]*session{}}
	mux := http.NewServeMux()
	mux.Handle("GET /inbox", s.requireSession(http.HandlerFunc(inbox))) // want `^GET /inbox: guarded authn requireSession\[\]\[401\]$`
	mux.HandleFunc("GET /drafts", s.signedIn(inbox))                    // want `^GET /drafts: guarded authn signedIn\[\]\[401\]$`
	mux.HandleFunc("GET /theme", theme)                                 // want `^GET /theme: unguarded none$`
	http.ListenAndServe("", mux)
}

func inbox(w http.ResponseWriter, r *http.Request) {}

func (s *store) find(r *http.Request) (*session, error) {
	c, err := r.Cookie("session")
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	found, ok := s.sessions[c.Value]
	if !ok {
		return nil, errNoSession
	}
	if time.Now().After(found.expires) {
		delete(s.sessions, c.Value)
		return nil, errNoSession
	}
	return found, nil
}

func (s *store) requireSession(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.find(r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *store) signedIn(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("session"); err == nil && s.sessions[c.Value] != nil {
			next(w, r)
			return
		}
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// theme is a cookie, and proves nothing.
func theme(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("theme")
	if err != nil {
		http.SetCookie(w, &http.Cookie{Name: "theme", Value: "light"})
		return
	}
	w.Write([]byte(c.Value))
}
