package auth

import (
	"context"
	"errors"
	"net/http"
)

// The reasons for which a request is refused.
var (
	ErrStranger  = errors.New("log in first")
	ErrForbidden = errors.New("not for you")
)

// needs says which role an action takes; none is for every user.
var needs = map[string]string{
	"ship":   "admin",
	"labels": "admin",
	"move":   "",
}

// Require is for handlers that check for themselves. When it reports false the
// request has been answered.
func Require(w http.ResponseWriter, r *http.Request) (*User, bool) {
	u, ok := FromRequest(r)
	if !ok {
		http.Error(w, ErrStranger.Error(), http.StatusUnauthorized)
	}
	return u, ok
}

// Authorize says whether the context's user may take an action. It answers
// nothing.
func Authorize(ctx context.Context, action string) error { return check(ctx, needs[action]) }

// check says whether the context has a user, and with the role if one is given.
func check(ctx context.Context, role string) error {
	u, ok := FromContext(ctx)
	if !ok {
		return ErrStranger
	}
	if role != "" && !u.Has(role) {
		return ErrForbidden
	}
	return nil
}

// Refuse answers with the status of a refusal.
func Refuse(w http.ResponseWriter, err error) {
	status := http.StatusForbidden
	if errors.Is(err, ErrStranger) {
		status = http.StatusUnauthorized
	}
	http.Error(w, err.Error(), status)
}
