package app

import (
	"context"
	"encoding/gob"
	"net/http"
	"sync/atomic"

	"github.com/alexedwards/scs/v2"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// Sessions are those of scs. Everybody has one.
var Sessions = scs.New()

// A Visit is in a session, and says whether it is somebody's who has logged in.
type Visit struct{ LoggedIn, Admin bool }

func init() { gob.Register(Visit{}) }

// visit is what the session holds, or nothing.
func visit(ctx context.Context) Visit {
	v, ok := Sessions.Get(ctx, "visit").(Visit)
	if !ok {
		return Visit{}
	}
	return v
}

func visits(mux *http.ServeMux) {
	mux.HandleFunc("GET /session/open", auth.Done)
	mux.HandleFunc("GET /session/read", func(w http.ResponseWriter, r *http.Request) { // planted fault: it asks, and refuses nobody
		w.Header().Set("X-Greeting", "hello "+Sessions.GetString(r.Context(), "name"))
		auth.Done(w, r)
	})
	mux.HandleFunc("POST /session/name", func(w http.ResponseWriter, r *http.Request) {
		Sessions.Put(r.Context(), "name", r.FormValue("name"))
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /session/known", func(w http.ResponseWriter, r *http.Request) {
		if !Sessions.Exists(r.Context(), "visit") {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /session/guests", func(w http.ResponseWriter, r *http.Request) { // for who has not logged in
		if Sessions.Exists(r.Context(), "visit") {
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /session/level", level(1))
	mux.HandleFunc("GET /session/anylevel", level(0)) // planted fault: who has none has level 0
	mux.Handle("POST /session/again", Sessions.LoadAndSave(http.HandlerFunc(again)))
	mux.Handle("GET /session/visit", loggedIn(http.HandlerFunc(auth.Done)))
	mux.Handle("GET /session/admin", loggedIn(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !visit(r.Context()).Admin {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})))
}

// level demands a number that the session holds.
func level(least int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if Sessions.GetInt(r.Context(), "level") < least {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	}
}

var visitors atomic.Int64

// again counts who asks, or sends them elsewhere: what saves the session answers if it cannot.
func again(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("back") != "" {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	visitors.Add(1)
	w.Header().Set("X-Acted", "yes")
}

func loggedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !visit(r.Context()).LoggedIn {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
