package guard

import (
	"slices"
	"strings"
)

// standings are words by which a field says how an account stands: whether it is in use, locked or
// confirmed. That is a part of who asks, and no permission: it is the same for everybody who may log in.
var standings = []string{
	"active", "activated", "archived", "banned", "blocked", "confirmed", "deactivated", "deleted", "disabled",
	"enabled", "inactive", "locked", "state", "status", "suspended", "verified",
}

// standing reports whether the name of a field says so: Disabled, IsActive, UserStatus. What
// UploadEnabled says is another thing.
func standing(field string) bool {
	for _, whose := range []string{"Is", "User", "Account", "Email"} {
		field = strings.TrimPrefix(field, whose)
	}
	return slices.Contains(standings, strings.ToLower(field))
}

// ofField is what a field of somebody is besides: a part of a principal that may say what they may do.
func ofField(name string) Label {
	if standing(name) {
		return 0
	}
	return Attr
}
