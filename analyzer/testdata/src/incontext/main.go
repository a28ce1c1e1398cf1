// The principal travels in the context: one step puts it there, others ask for it.
package main

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
)

type principal struct {
	name  string
	admin bool
}

type key struct{}

var known = map[string]*principal{"t1": {name: "ann", admin: true}}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /me", requirePrincipal(http.HandlerFunc(ok)))        // want `^GET /me: guarded authn requirePrincipal\[\]\[401\]$`
	mux.Handle("DELETE /users/{id}", requireAdmin(http.HandlerFunc(ok))) // want `^DELETE /users/{id}: guarded authz requireAdmin\[.*\]\[(401 403|403 401)\]$`
	mux.HandleFunc("GET /profile", profile)                              // want `^GET /profile: guarded authn profile\[\]\[401\]$`
	mux.HandleFunc("GET /prices", ok)                                    // want `^GET /prices: unguarded none$`
	mux.HandleFunc("GET /drafts", drafts)                                // want `^GET /drafts: guarded authn drafts\[\]\[401 404\]$`
	mux.Handle("GET /notes", begin(http.HandlerFunc(notes)))             // want `^GET /notes: unknown none$`
	mux.HandleFunc("GET /others", others)                                // want `^GET /others: guarded authn others\[\]\[500\]$`
	http.ListenAndServe("", identify(mux))
}

// identify refuses nobody.
func identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if p := known[r.Header.Get("Authorization")]; p != nil {
			r = r.WithContext(context.WithValue(r.Context(), key{}, p))
		}
		next.ServeHTTP(w, r)
	})
}

func from(ctx context.Context) (*principal, bool) {
	p, ok := ctx.Value(key{}).(*principal)
	return p, ok
}

func requirePrincipal(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := from(r.Context()); !ok {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func requireAdmin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, ok := from(r.Context())
		switch {
		case !ok:
			http.Error(w, "who are you?", http.StatusUnauthorized)
		case !p.admin:
			http.Error(w, "not you", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func profile(w http.ResponseWriter, r *http.Request) {
	p, ok := from(r.Context())
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(p.name))
}

func ok(w http.ResponseWriter, r *http.Request) {}

// drafts refuses, after those who prove nothing, those of whom no step has left anything.
func drafts(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "secret" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if p, _ := from(r.Context()); p == nil {
		http.NotFound(w, r)
		return
	}
	ok(w, r)
}

// A session has a key that is made when the program starts, of a type that no others have.
type session struct{ notes []string }

type sessionKey string

var (
	started atomic.Int64
	current = sessionKey(fmt.Sprintf("session.%d", started.Add(1)))
	other   = otherKey(fmt.Sprintf("other.%d", started.Add(1)))
)

type otherKey string

// begin makes a session for everybody.
func begin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), current, &session{})))
	})
}

// notes panics without a session, which everybody has.
func notes(w http.ResponseWriter, r *http.Request) {
	s, ok := r.Context().Value(current).(*session)
	if !ok {
		panic("no session")
	}
	fmt.Fprintln(w, len(s.notes))
}

// others asks for what nobody leaves.
func others(w http.ResponseWriter, r *http.Request) {
	s, ok := r.Context().Value(other).(*session)
	if !ok {
		panic("no session")
	}
	fmt.Fprintln(w, len(s.notes))
}
