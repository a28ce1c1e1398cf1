// Package remember has the form of authboss's; it finds nobody, and refuses nobody.
package remember

import (
	"net/http"

	"github.com/aarondl/authboss/v3"
)

func init() { authboss.RegisterModule("remember", &Remember{}) }

// Remember is a module.
type Remember struct{}

func (*Remember) Init(*authboss.Authboss) error { return nil }

func Middleware(ab *authboss.Authboss) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if id, _ := ab.CurrentUserID(r); id == "" {
				_ = Authenticate(ab, w, &r)
			}
			next.ServeHTTP(w, r)
		})
	}
}

func Authenticate(*authboss.Authboss, http.ResponseWriter, **http.Request) error { return nil }
