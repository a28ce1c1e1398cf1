// Middleware around middleware: what the outer one puts into the context the inner
// one finds there.
package main

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
)

type key struct{}

type visitor struct{ name string }

var users = map[string]*visitor{"s1": {"ann"}}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /news", everybody(needsVisitor(http.HandlerFunc(ok))))  // want `^GET /news: unguarded none$`
	mux.Handle("GET /orders", signedIn(needsVisitor(http.HandlerFunc(ok)))) // want `^GET /orders: guarded authn needsVisitor\[\]\[401\]$`
	mux.Handle("GET /drafts", twoWays(needsVisitor(http.HandlerFunc(ok))))  // want `^GET /drafts: guarded authn twoWays\[\]\[401\] needsVisitor\[\]\[401\]$`
	mux.Handle("GET /profile", nameless(needsName(http.HandlerFunc(ok))))   // want `^GET /profile: guarded authn needsName\[\]\[401\]$`
	mux.Handle("GET /greeting", noted(http.HandlerFunc(ok)))                // want `^GET /greeting: unguarded none$`
	mux.Handle("GET /invoices", checked(http.HandlerFunc(ok)))              // want `^GET /invoices: guarded authn checked\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func with(r *http.Request, v *visitor) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), key{}, v))
}

func current(r *http.Request) *visitor {
	v, _ := r.Context().Value(key{}).(*visitor)
	return v
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

// everybody is a visitor.
func everybody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, with(r, &visitor{name: "guest"}))
	})
}

// noted asks for what it has put there itself.
func noted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = with(r, &visitor{name: "guest"})
		if current(r) == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// checked knows that an error that was returned is one.
func checked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch good, err := check(r); {
		case err != nil:
			w.WriteHeader(http.StatusInternalServerError)
		case !good:
			w.WriteHeader(http.StatusUnauthorized)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func check(r *http.Request) (bool, error) {
	var id int64
	err := db.QueryRow(`select visitor from sessions where id=$1`, r.Header.Get("Authorization")).Scan(&id)
	if err != nil {
		return true, err
	}
	return id != 0, nil
}

var db *sql.DB

// nameless visitors have no name until they sign in.
func nameless(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := byCookie(r)
		if err != nil {
			v = &visitor{}
		}
		next.ServeHTTP(w, with(r, v))
	})
}

// signedIn notes who is; it refuses nobody.
func signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if v, err := byCookie(r); err == nil {
			r = with(r, v)
		}
		next.ServeHTTP(w, r)
	})
}

// twoWays asks again and again for the error of the last way that was tried.
func twoWays(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := byCookie(r)
		if err != nil {
			v, err = byKey(r)
		}
		if err != nil || v == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, with(r, v))
	})
}

var errNobody = errors.New("nobody")

func byCookie(r *http.Request) (*visitor, error) {
	c, err := r.Cookie("session")
	if err != nil {
		return nil, err
	}
	v, found := users[c.Value]
	if !found {
		return nil, errNobody
	}
	return v, nil
}

func byKey(r *http.Request) (*visitor, error) {
	v, found := users[r.Header.Get("X-Api-Key")]
	if !found {
		return nil, errNobody
	}
	return v, nil
}

func needsVisitor(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if current(r) == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func needsName(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if v := current(r); v == nil || v.name == "" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
