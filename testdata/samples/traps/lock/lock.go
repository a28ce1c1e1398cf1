// Package lock checks tokens, where that is asked for. It sees nothing of HTTP.
package lock

import (
	"errors"
	"slices"
)

// A Lock knows tokens. One that is not Required lets everybody pass.
type Lock struct {
	Required bool
	tokens   []string
}

// New makes one that knows two.
func New(required bool) *Lock { return &Lock{required, []string{"Bearer user", "Bearer admin"}} }

// Check says whether a token is one.
func (l *Lock) Check(token string) error {
	if !l.Required {
		return nil
	}
	return l.Always(token)
}

// Opens does so in a word.
func (l *Lock) Opens(token string) bool {
	if !l.Required {
		return true
	}
	return slices.Contains(l.tokens, token)
}

// Always says whether a token is one, however the lock is set.
func (l *Lock) Always(token string) error {
	if !slices.Contains(l.tokens, token) {
		return errors.New("nobody's")
	}
	return nil
}
