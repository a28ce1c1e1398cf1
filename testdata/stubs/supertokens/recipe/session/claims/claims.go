// Package claims has the form of supertokens'.
package claims

import "github.com/supertokens/supertokens-golang/supertokens"

type (
	// ClaimValidationResult is what a validator says.
	ClaimValidationResult struct{ IsValid bool }
	// SessionClaimValidator asks for something of a session.
	SessionClaimValidator struct {
		ID       string
		Validate func(payload map[string]interface{}, userContext supertokens.UserContext) ClaimValidationResult
	}
	// PrimitiveArrayClaimValidators make validators.
	PrimitiveArrayClaimValidators struct {
		Includes func(val interface{}, maxAgeInSeconds *int64, id *string) SessionClaimValidator
	}
)
