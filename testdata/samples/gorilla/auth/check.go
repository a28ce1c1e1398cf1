package auth

import (
	"context"
	"net/http"
)

// An Error is a refusal, to be answered with its status.
type Error struct {
	Status  int
	Message string
}

func (e *Error) Error() string { return e.Message }

// needs says which role an action takes; none is for every member.
var needs = map[string]string{
	"renew":         "",
	"review":        "",
	"remove review": "admin",
}

// Require is for handlers that check for themselves. When it reports false the
// request has been answered.
func (s *Service) Require(w http.ResponseWriter, r *http.Request) (*User, bool) {
	u, err := s.User(r)
	if err != nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return nil, false
	}
	return u, true
}

// Authorize says whether the context's user may take an action. It answers
// nothing.
func Authorize(ctx context.Context, action string) error {
	u := Current(ctx)
	if u == nil {
		return &Error{http.StatusUnauthorized, "log in first"}
	}
	if role := needs[action]; role != "" && !u.Has(role) {
		return &Error{http.StatusForbidden, "not for you: " + action}
	}
	return nil
}
