// Package store keeps who has logged in. It sees nothing of HTTP.
package store

import (
	"context"
	"encoding/json"
	"errors"
)

// An Account is of somebody who has logged in.
type Account struct{ Name string }

// A Store keeps accounts.
type Store struct{ texts map[string]string }

// New makes one with two accounts.
func New() *Store {
	return &Store{map[string]string{"Bearer user": `{"Name": "user"}`, "Bearer admin": `{"Name": "admin"}`}}
}

// Find returns whose token it is. That of nobody is no error.
func (s *Store) Find(ctx context.Context, token string) (*Account, error) {
	text, found, err := s.text(ctx, token)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, nil
	}
	a := &Account{}
	return a, json.Unmarshal([]byte(text), a)
}

func (s *Store) text(ctx context.Context, token string) (text string, found bool, err error) {
	if token == "" {
		return "", false, errors.New("no token")
	}
	text, found = s.texts[token]
	return text, found, ctx.Err()
}
