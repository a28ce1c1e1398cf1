// Package userrolesclaims has the form of supertokens'.
package userrolesclaims

import "github.com/supertokens/supertokens-golang/recipe/session/claims"

// UserRoleClaimValidators ask for roles.
var UserRoleClaimValidators claims.PrimitiveArrayClaimValidators
