package app

import (
	"errors"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// attempts counts who tries to log in.
var attempts = map[string]int{}

// mark notes an attempt; an error says that there were too many.
func mark(name string, good bool) error {
	if attempts[name] > 1000 {
		return errors.New("too many")
	}
	if !good {
		attempts[name]++
	}
	return nil
}

func tried(m *http.ServeMux) {
	m.HandleFunc("POST /tried/{name}", func(w http.ResponseWriter, r *http.Request) {
		u, err := auth.Authenticate(r)
		if err != nil {
			_ = mark(r.PathValue("name"), false) // fine ignored
			http.Error(w, "who?", http.StatusUnauthorized)
			return
		}
		if !u.Has("admin") {
			if u.Name == "" {
				_ = mark(u.Name, false) // fine ignored
			}
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		if err := mark(u.Name, true); err != nil {
			http.Error(w, "too often", http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
	m.HandleFunc("PUT /tried/{name}", func(w http.ResponseWriter, r *http.Request) {
		u, err := auth.Authenticate(r)
		if err != nil {
			http.Error(w, "who?", http.StatusUnauthorized)
			return
		}
		_ = mark(u.Name, true) // want ignored
		auth.Done(w, r)
	})
}
