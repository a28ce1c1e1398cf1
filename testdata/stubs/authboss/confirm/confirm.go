// Package confirm has the form of authboss's.
package confirm

import (
	"net/http"

	"github.com/aarondl/authboss/v3"
)

func init() { authboss.RegisterModule("confirm", &Confirm{}) }

// Confirm is a module.
type Confirm struct{}

func (*Confirm) Init(*authboss.Authboss) error { return nil }

func Middleware(ab *authboss.Authboss) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			u := ab.LoadCurrentUserP(&r).(authboss.ConfirmableUser)
			if !u.GetConfirmed() {
				ab.Core.Redirector.Redirect(w, r, authboss.RedirectOptions{Code: http.StatusTemporaryRedirect, RedirectPath: ab.Paths.ConfirmNotOK, Failure: "not yet"})
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}
