package auth

import (
	"crypto/subtle"
	"net/http"

	"github.com/gorilla/mux"
)

// Identify puts the user into the context. It refuses nobody: the catalogue is
// open, and only greets whoever is logged in.
func (s *Service) Identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, err := s.User(r); err == nil {
			r = r.WithContext(withUser(r.Context(), u))
		}
		next.ServeHTTP(w, r)
	})
}

// RequireUser refuses requests without a user.
func (s *Service) RequireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.User(r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// RequireRole refuses users without the role. It stands behind Identify.
func RequireRole(role string) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch u := Current(r.Context()); {
			case u == nil:
				deny(w, http.StatusUnauthorized)
			case !u.Has(role):
				deny(w, http.StatusForbidden)
			default:
				next.ServeHTTP(w, r)
			}
		})
	}
}

// RequireUserToWrite refuses changes by strangers, who may look.
func (s *Service) RequireUserToWrite(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			if _, ok := s.Require(w, r); !ok {
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// Except is a guard for all routes but those of the names: middleware runs when
// the route is known.
func Except(guard mux.MiddlewareFunc, names ...string) mux.MiddlewareFunc {
	open := map[string]bool{}
	for _, name := range names {
		open[name] = true
	}
	return func(next http.Handler) http.Handler {
		guarded := guard(next)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if route := mux.CurrentRoute(r); route != nil && open[route.GetName()] {
				next.ServeHTTP(w, r)
				return
			}
			guarded.ServeHTTP(w, r)
		})
	}
}

// A Gate lets one role through.
type Gate struct {
	Service *Service
	Role    string
}

// Middleware is the gate as mux likes it.
func (g *Gate) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, ok := g.Service.Require(w, r)
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

// Basic asks for one of the accounts.
func Basic(realm string, accounts map[string]string) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			name, given, ok := r.BasicAuth()
			want, known := accounts[name]
			if !ok || !known || subtle.ConstantTimeCompare([]byte(given), []byte(want)) != 1 {
				w.Header().Set("WWW-Authenticate", `Basic realm="`+realm+`"`)
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
