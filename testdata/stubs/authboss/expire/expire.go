// Package expire has the form of authboss's; it finds nobody, and refuses nobody.
package expire

import (
	"net/http"

	"github.com/aarondl/authboss/v3"
)

func init() { authboss.RegisterModule("expire", &Expire{}) }

// Expire is a module.
type Expire struct{}

func (*Expire) Init(*authboss.Authboss) error { return nil }

func Middleware(*authboss.Authboss) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, ok := authboss.GetSession(r, authboss.SessionKey); ok {
				authboss.PutSession(w, authboss.SessionLastAction, "now")
			}
			next.ServeHTTP(w, r)
		})
	}
}
