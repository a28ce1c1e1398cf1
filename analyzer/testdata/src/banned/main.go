// Program banned refuses some of those who are known, and asks of nobody else who they are: of a user that was not
// found nothing is set. And it asks another server, of which it only looks whether it was reached.
package main

import (
	"database/sql"
	"net/http"
	"os"
)

type user struct {
	Name    string
	Blocked bool
	State   int
	Guest   bool
}

const gone = 2

type app struct{ db *sql.DB }

// find leaves a user as it is whom nobody knows.
func (a app) find(r *http.Request) (u user) {
	a.db.QueryRow("SELECT name, blocked, state, guest FROM users WHERE token = ?", r.Header.Get("Authorization")).Scan(&u.Name, &u.Blocked, &u.State, &u.Guest)
	return u
}

// must says so.
func (a app) must(r *http.Request) (u user, err error) {
	err = a.db.QueryRow("SELECT name, blocked FROM users WHERE token = ?", r.Header.Get("Authorization")).Scan(&u.Name, &u.Blocked)
	return u, err
}

func (a app) blocked(w http.ResponseWriter, r *http.Request) {
	if a.find(r).Blocked {
		http.Error(w, "blocked", http.StatusForbidden)
		return
	}
	w.Write([]byte("answer"))
}

func (a app) state(w http.ResponseWriter, r *http.Request) {
	if a.find(r).State == gone {
		http.Error(w, "gone", http.StatusForbidden)
		return
	}
	w.Write([]byte("answer"))
}

func (a app) both(w http.ResponseWriter, r *http.Request) {
	u, err := a.must(r)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	if u.Blocked {
		http.Error(w, "blocked", http.StatusForbidden)
		return
	}
	w.Write([]byte("answer"))
}

func (a app) named(w http.ResponseWriter, r *http.Request) {
	if a.find(r).Name == "" {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("answer"))
}

// ask returns an error if the issuer was not reached.
func ask(r *http.Request) (*http.Response, error) {
	req, err := http.NewRequest("GET", os.Getenv("ISSUER"), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", r.Header.Get("Authorization"))
	return http.DefaultClient.Do(req)
}

func reached(w http.ResponseWriter, r *http.Request) {
	resp, err := ask(r)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	resp.Body.Close()
	w.Write([]byte("answer"))
}

func answered(w http.ResponseWriter, r *http.Request) {
	resp, err := ask(r)
	if err != nil || resp.StatusCode != http.StatusOK {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	resp.Body.Close()
	w.Write([]byte("answer"))
}

func main() {
	db, _ := sql.Open("", "")
	a := app{db}
	http.HandleFunc("GET /blocked", a.blocked) // want `^GET /blocked: unknown none`
	http.HandleFunc("GET /state", a.state)     // want `^GET /state: unknown none`
	http.HandleFunc("GET /both", a.both)       // want `^GET /both: guarded authn`
	http.HandleFunc("GET /named", a.named)     // want `^GET /named: guarded authn`
	http.HandleFunc("GET /reached", reached)   // want `^GET /reached: unguarded none`
	http.HandleFunc("GET /answered", answered) // want `^GET /answered: guarded authn`
	http.ListenAndServe(":80", nil)
}
