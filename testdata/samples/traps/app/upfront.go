package app

import (
	"context"
	"crypto/subtle"
	"net/http"
	"os"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

type upKey string

const (
	upName upKey = "name"
	upRole upKey = "role"
)

// upFront finds out who asks before it decides anything: by a session, whose name and role it leaves in the
// context, and by a key, which has a role and no name. Who has neither is let pass by may.
func upFront(may func(r *http.Request) bool, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, known := r.Context(), false
		if u, err := auth.Authenticate(r); err == nil {
			ctx = context.WithValue(ctx, upName, u.Name)
			ctx = context.WithValue(ctx, upRole, roleOf(u))
			known = true
		}
		r = r.WithContext(ctx)
		if may(r) {
			next(w, r)
			return
		}
		if key := r.Header.Get("X-Key"); key != "" && subtle.ConstantTimeCompare([]byte(key), []byte(os.Getenv("INVITATION"))) == 1 {
			next(w, r.WithContext(context.WithValue(r.Context(), upRole, "admin")))
			return
		}
		if known {
			next(w, r)
			return
		}
		http.Error(w, "who are you?", http.StatusUnauthorized)
	}
}

func roleOf(u *auth.User) string {
	if u.Has("admin") {
		return "admin"
	}
	return ""
}

// forAdmins refuses who has another role than that of administrators in the context.
func forAdmins(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if role, _ := r.Context().Value(upRole).(string); role != "admin" {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		next(w, r)
	}
}

func upFronts(mux *http.ServeMux) {
	nobody := func(*http.Request) bool { return false }
	everybody := os.Getenv("OPEN") != ""
	mux.HandleFunc("GET /upfront/known", upFront(nobody, auth.Done))
	mux.HandleFunc("GET /upfront/admins", upFront(nobody, forAdmins(auth.Done)))
	mux.HandleFunc("GET /upfront/set", upFront(func(*http.Request) bool { return everybody }, auth.Done))
	mux.HandleFunc("GET /upfront/preview", upFront(func(r *http.Request) bool { return !r.URL.Query().Has("edit") }, auth.Done))
	mux.HandleFunc("GET /upfront/keyless", upFront(func(r *http.Request) bool { return r.Header.Get("X-Key") == "" }, auth.Done))
}
