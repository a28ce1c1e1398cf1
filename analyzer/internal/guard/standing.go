package guard

import (
	"slices"
	"strings"
)

// standings are words by which a field says how an account stands, or a token: whether it is in use, locked or
// confirmed. That is a part of who asks, and no permission: it is the same for everybody who may log in.
var standings = []string{
	"active", "activated", "archived", "banned", "blocked", "confirmed", "deactivated", "deleted", "disabled",
	"enabled", "expired", "inactive", "locked", "revoked", "state", "status", "suspended", "valid", "verified",
}

// standing reports whether the name of a field says so: Disabled, IsActive, UserStatus. What
// UploadEnabled says is another thing.
func standing(field string) bool {
	for _, whose := range []string{"Is", "User", "Account", "Email"} {
		field = strings.TrimPrefix(field, whose)
	}
	return slices.Contains(standings, strings.ToLower(field))
}

// claims is the field that has all that a token says of somebody. That it says something, and in which form, is no
// permission; a part of it may be.
const claims = "Claims"

// ofField is what a field of somebody is besides: a part of a principal that may say what they may do.
func ofField(name string) Label {
	if standing(name) || name == claims {
		return 0
	}
	return Attr
}
