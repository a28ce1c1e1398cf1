package auth

import (
	"crypto/subtle"
	"net/http"
)

// Identify puts the user into the context. It refuses nobody: public pages
// greet whoever is logged in.
func Identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, err := Authenticate(r); err == nil {
			r = r.WithContext(WithUser(r.Context(), u))
		}
		next.ServeHTTP(w, r)
	})
}

// RequireUser refuses requests without a user.
func RequireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := Authenticate(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(WithUser(r.Context(), u)))
	})
}

// RequireRole refuses users without the role.
func RequireRole(role string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			u, ok := Current(r.Context())
			if !ok {
				deny(w, http.StatusUnauthorized)
				return
			}
			if !u.Has(role) {
				deny(w, http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// RequireAny refuses users that have none of the roles. It stands behind a guard
// that has refused strangers.
func RequireAny(roles ...string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			u, ok := Current(r.Context())
			for _, role := range roles {
				if ok && u.Has(role) {
					next.ServeHTTP(w, r)
					return
				}
			}
			deny(w, http.StatusForbidden)
		})
	}
}

// A Gate lets one role through.
type Gate struct{ Role string }

// Check is the gate's middleware.
func (g *Gate) Check(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, ok := Require(w, r)
		if !ok {
			return
		}
		if !u.Has(g.Role) {
			deny(w, http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// SharedKey refuses requests that do not carry the key both sides know.
func SharedKey(header, key string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			given := r.Header.Get(header)
			if subtle.ConstantTimeCompare([]byte(given), []byte(key)) != 1 {
				deny(w, http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func deny(w http.ResponseWriter, status int) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, http.StatusText(status), status)
}
