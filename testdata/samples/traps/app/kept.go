package app

import (
	"crypto/rand"
	"crypto/subtle"
	"net/http"
	"sync"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A client has a password, which is sent in a header of any name.
type client struct{ password string }

var (
	passwords = map[string]string{"user": "secret of user", "admin": "secret of admin"}
	clients   = map[string]*client{"user": {"secret of user"}, "admin": {"secret of admin"}}
)

// kept compares what the program keeps under a name that the client sends with what it sends besides.
func kept(mux *http.ServeMux) {
	for path, knows := range map[string]func(name, password string) bool{
		"there": func(name, password string) bool {
			p, ok := passwords[name]
			return ok && p == password
		},
		"pointer": func(name, password string) bool {
			c := clients[name]
			return c != nil && c.password == password
		},
		"slowly": func(name, password string) bool {
			p, ok := passwords[name]
			return ok && subtle.ConstantTimeCompare([]byte(p), []byte(password)) == 1
		},
		"zero":    func(name, password string) bool { return passwords[name] == password }, // planted fault: of nobody it has the password that nobody sends
		"ignored": func(name, password string) bool { p, _ := passwords[name]; return p == password },
	} {
		mux.HandleFunc("GET /kept/"+path, func(w http.ResponseWriter, r *http.Request) {
			if !knows(r.Header.Get("X-Client"), r.Header.Get("X-Word")) {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			auth.Done(w, r)
		})
	}
	mux.HandleFunc("GET /kept/stream", stream)
	mux.HandleFunc("GET /kept/watch", watch)
}

// Who listens is kept under the name of a session, which a client may choose.
var listening sync.Map

// stream refuses a session that there is already, and nobody else.
func stream(w http.ResponseWriter, r *http.Request) {
	session := r.Header.Get("Session-Id")
	if session == "" {
		session = rand.Text()
	}
	if _, there := listening.LoadOrStore(session, true); there {
		http.Error(w, "one stream is enough", http.StatusBadRequest)
		return
	}
	auth.Done(w, r)
}

// watch is for the sessions of those who have logged in.
func watch(w http.ResponseWriter, r *http.Request) {
	if _, there := loggedIn.Load(r.Header.Get("Authorization")); !there {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

var loggedIn sync.Map

func init() {
	for _, token := range []string{"Bearer user", "Bearer admin"} {
		loggedIn.Store(token, true)
	}
}
