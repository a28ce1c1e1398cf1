// Package keeper keeps who has which token. It sees nothing of HTTP.
package keeper

import (
	"context"
	"errors"
	"time"
)

// A Token is somebody's for a time.
type Token struct {
	Name    string
	Expires time.Time
}

// Keeper keeps them.
type Keeper struct{ tokens map[string]Token }

// New makes one with two tokens.
func New() *Keeper {
	later := time.Now().Add(time.Hour)
	return &Keeper{map[string]Token{"Bearer user": {"user", later}, "Bearer admin": {"admin", later}}}
}

// Token says whose it is.
func (k *Keeper) Token(ctx context.Context, text string) (*Token, error) {
	if t, ok := k.tokens[text]; ok {
		return &t, ctx.Err()
	}
	return nil, errors.New("nobody's")
}

// Note writes down who was there.
func (k *Keeper) Note(ctx context.Context, name string) error { return ctx.Err() }

// May says whether somebody may see a list.
func (k *Keeper) May(t *Token) bool { return len(t.Name) > 4 && time.Now().Before(t.Expires) }
