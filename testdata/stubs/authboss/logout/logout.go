// Package logout has the form of authboss's.
package logout

import (
	"net/http"

	"github.com/aarondl/authboss/v3"
)

func init() { authboss.RegisterModule("logout", &Logout{}) }

// Logout is a module.
type Logout struct{ *authboss.Authboss }

func (l *Logout) Init(ab *authboss.Authboss) error {
	h := ab.Core.ErrorHandler.Wrap(func(w http.ResponseWriter, r *http.Request) error {
		return ab.Core.Redirector.Redirect(w, r, authboss.RedirectOptions{
			Code: http.StatusTemporaryRedirect, RedirectPath: ab.Paths.LogoutOK, Success: "logged out",
		})
	})
	switch ab.Modules.LogoutMethod {
	case "GET":
		ab.Core.Router.Get("/logout", h)
	case "POST":
		ab.Core.Router.Post("/logout", h)
	default:
		ab.Core.Router.Delete("/logout", h)
	}
	return nil
}
