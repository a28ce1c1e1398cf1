// Package userroles has the form of supertokens'.
package userroles

import (
	"slices"

	"github.com/supertokens/supertokens-golang/recipe/session/claims"
	"github.com/supertokens/supertokens-golang/recipe/userroles/userrolesclaims"
	"github.com/supertokens/supertokens-golang/supertokens"
)

func init() {
	userrolesclaims.UserRoleClaimValidators.Includes = func(val interface{}, _ *int64, _ *string) claims.SessionClaimValidator {
		return claims.SessionClaimValidator{ID: "st-role", Validate: func(payload map[string]interface{}, _ supertokens.UserContext) claims.ClaimValidationResult {
			roles, _ := payload["st-role"].([]interface{})
			return claims.ClaimValidationResult{IsValid: slices.Contains(roles, val)}
		}}
	}
}

func Init(interface{}) supertokens.Recipe { return func(string) error { return nil } }
