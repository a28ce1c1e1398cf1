// A step leaves a pointer in the context, which is nil for who proves nothing. The
// interface around it is there for everybody, whoever asks for that.
package main

import (
	"context"
	"net/http"
)

type key struct{}

type user struct {
	name  string
	level int
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /pointer", load(pointer(show)))                  // want `^GET /pointer: guarded authn pointer\[\]\[401\]$`
	mux.Handle("GET /type", load(hasType(show)))                     // want `^GET /type: unguarded none$`
	mux.Handle("GET /something", load(something(show)))              // want `^GET /something: unguarded none$`
	mux.Handle("GET /guest", guest(pointer(show)))                   // want `^GET /guest: unguarded none$`
	mux.Handle("GET /checked/pointer", checked(pointer(show)))       // want `^GET /checked/pointer: guarded authn pointer\[\]\[401\]$`
	mux.Handle("GET /checked/type", checked(hasType(show)))          // want `^GET /checked/type: unguarded none$`
	mux.Handle("GET /within", load(within))                          // want `^GET /within: guarded authn within\[\]\[401\]$`
	mux.Handle("GET /at/once", http.HandlerFunc(once(pointer)))      // want `^GET /at/once: guarded authn pointer\[\]\[401\]$`
	mux.Handle("GET /at/once/type", http.HandlerFunc(once(hasType))) // want `^GET /at/once/type: unguarded none$`
	mux.Handle("GET /level", load(level(0)))                         // want `^GET /level: unguarded none$`
	mux.Handle("GET /level/one", load(level(1)))                     // want `^GET /level/one: guarded authz level\[\]\[403\]$`
	http.ListenAndServe("", mux)
}

func show(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func find(r *http.Request) (*user, bool) {
	switch r.Header.Get("Authorization") {
	case "":
		return nil, true
	case "secret":
		return &user{"a", 1}, true
	}
	return nil, false
}

func with(r *http.Request, u *user) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), key{}, u))
}

func current(r *http.Request) *user {
	u, _ := r.Context().Value(key{}).(*user)
	return u
}

// load knows who asks, or leaves nobody.
func load(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var u *user
		if r.Header.Get("Authorization") == "secret" {
			u = &user{"a", 1}
		}
		next(w, with(r, u))
	}
}

// checked refuses who sends something that is wrong.
func checked(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u, ok := find(r)
		if !ok {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, with(r, u))
	}
}

// guest leaves somebody for everybody.
func guest(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u, _ := find(r)
		if u == nil {
			u = &user{"guest", 0}
		}
		next(w, with(r, u))
	}
}

func pointer(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if current(r) == nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func hasType(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, ok := r.Context().Value(key{}).(*user); !ok {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func something(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Context().Value(key{}) == nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func within(w http.ResponseWriter, r *http.Request) {
	u := current(r)
	if u == nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte(u.name))
}

// level asks nobody who is on none.
func level(least int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if levelOf(whoever(r)) < least {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		w.Write([]byte("done"))
	}
}

func whoever(r *http.Request) *user {
	if u, ok := r.Context().Value(key{}).(*user); ok {
		return u
	}
	return nil
}

func levelOf(u *user) int {
	if u == nil {
		return 0
	}
	return u.level
}

// once loads and asks in one step.
func once(asks func(http.HandlerFunc) http.HandlerFunc) http.HandlerFunc {
	return load(asks(show))
}
