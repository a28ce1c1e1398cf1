// Package lock has the form of authboss's.
package lock

import (
	"net/http"
	"time"

	"github.com/aarondl/authboss/v3"
)

func init() { authboss.RegisterModule("lock", &Lock{}) }

// Lock is a module.
type Lock struct{}

func (*Lock) Init(*authboss.Authboss) error { return nil }

func Middleware(ab *authboss.Authboss) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			u := ab.LoadCurrentUserP(&r).(authboss.LockableUser)
			if u.GetLocked().After(time.Now()) {
				ab.Core.Redirector.Redirect(w, r, authboss.RedirectOptions{Code: http.StatusTemporaryRedirect, RedirectPath: ab.Paths.LockNotOK, Failure: "not yet"})
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}
