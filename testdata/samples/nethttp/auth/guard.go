package auth

import (
	"crypto/subtle"
	"net/http"
)

// Identify puts the user into the context. It refuses nobody: public pages
// greet whoever is logged in.
func Identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, ok := FromRequest(r); ok {
			r = r.WithContext(NewContext(r.Context(), u))
		}
		next.ServeHTTP(w, r)
	})
}

// RequireUser refuses requests without a user.
func RequireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, ok := FromRequest(r)
		if !ok {
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(NewContext(r.Context(), u)))
	})
}

// RequireRole refuses users without the role.
func RequireRole(role string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if err := check(r.Context(), role); err != nil {
				Refuse(w, err)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// UserOnly is RequireUser for a function.
func UserOnly(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, ok := Require(w, r); ok {
			next(w, r)
		}
	}
}

// As makes a handler of a function that takes the user. Strangers never get
// there.
func As(serve func(http.ResponseWriter, *http.Request, *User)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, ok := FromContext(r.Context())
		if !ok {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		serve(w, r, u)
	})
}

// A Keeper lets one role through.
type Keeper struct{ Role string }

// Keep is the keeper's middleware.
func (k *Keeper) Keep(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch u, ok := FromRequest(r); {
		case !ok:
			w.WriteHeader(http.StatusUnauthorized)
		case !u.Has(k.Role):
			w.WriteHeader(http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// A Realm asks for names and passwords, as browsers without a login page do.
type Realm struct {
	Name     string
	Accounts map[string]string
}

// Check is the realm's middleware.
func (p Realm) Check(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, password, ok := r.BasicAuth()
		if !ok || !p.knows(name, password) {
			w.Header().Set("WWW-Authenticate", `Basic realm="`+p.Name+`"`)
			http.Error(w, http.StatusText(http.StatusUnauthorized), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(NewContext(r.Context(), users[name])))
	})
}

func (p Realm) knows(name, password string) bool {
	want, ok := p.Accounts[name]
	return ok && subtle.ConstantTimeCompare([]byte(password), []byte(want)) == 1
}
