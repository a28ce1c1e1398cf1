// What a guard demands is among the roles that it was made with, and none of what it is verified by: the question to a database, the
// options of a library.
package main

import (
	"database/sql"
	"errors"
	"net/http"
	"os"
	"slices"
)

// A verifier is a library's.
type verifier interface {
	Verify(token string, how option) (*claims, error)
}

type option struct{ method string }

type claims struct{ Role string }

var tokens, _ = any(os.Stdin).(verifier)

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /any", protect(http.HandlerFunc(ok)))                      // want `^GET /any: guarded authn protect\[\]\[401\]$`
	mux.Handle("GET /some", protect(http.HandlerFunc(ok), "admin", "auditor")) // want `^GET /some: guarded authz protect\[admin auditor\]\[401 403\]$`
	mux.Handle("GET /stored", stored(http.HandlerFunc(ok)))                    // want `^GET /stored: guarded authn stored\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func protect(next http.Handler, roles ...string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, err := tokens.Verify(r.Header.Get("Authorization"), option{"HS256"})
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if len(roles) > 0 && !slices.Contains(roles, claims.Role) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

var db *sql.DB

func stored(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var id int
		err := db.QueryRow("SELECT id FROM keys WHERE key = ?", r.Header.Get("Authorization")).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) || err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
