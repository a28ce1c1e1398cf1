package app

import (
	"context"
	"encoding/gob"
	"net/http"

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
	mux.Handle("GET /session/visit", loggedIn(http.HandlerFunc(auth.Done)))
	mux.Handle("GET /session/admin", loggedIn(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !visit(r.Context()).Admin {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})))
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
