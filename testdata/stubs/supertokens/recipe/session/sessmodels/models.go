// Package sessmodels has the form of supertokens'.
package sessmodels

import (
	"github.com/supertokens/supertokens-golang/recipe/session/claims"
	"github.com/supertokens/supertokens-golang/supertokens"
)

type (
	// TypeInput is the configuration.
	TypeInput struct{ CookieDomain *string }
	// SessionContainer is a session.
	SessionContainer = *TypeSessionContainer
	// TypeSessionContainer has functions.
	TypeSessionContainer struct {
		GetUserID             func() string
		GetAccessTokenPayload func() map[string]interface{}
	}
	// VerifySessionOptions say what is asked for.
	VerifySessionOptions struct {
		AntiCsrfCheck, SessionRequired, CheckDatabase *bool

		OverrideGlobalClaimValidators func([]claims.SessionClaimValidator, SessionContainer, supertokens.UserContext) ([]claims.SessionClaimValidator, error)
	}
)
