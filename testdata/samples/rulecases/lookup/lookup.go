// Package lookup asks whatever keeps accounts. It sees nothing of HTTP, nor of who does.
package lookup

import (
	"context"
	"errors"

	"github.com/guardvet/guardvet/testdata/samples/rulecases/store"
)

// ErrNobody is for tokens that are nobody's.
var ErrNobody = errors.New("nobody has this token")

// A Keeper keeps accounts.
type Keeper interface {
	Find(ctx context.Context, token string) (*store.Account, error)
}

// A Service finds who sends a token.
type Service struct{ keeper Keeper }

// New makes a service of a keeper.
func New(k Keeper) *Service { return &Service{k} }

// Whose returns whose token it is.
func (s *Service) Whose(ctx context.Context, token string) (*store.Account, error) {
	return s.keeper.Find(ctx, token)
}

// Known returns whose token it is, and an error for that of nobody.
func (s *Service) Known(ctx context.Context, token string) (*store.Account, error) {
	a, err := s.keeper.Find(ctx, token)
	if err == nil && a == nil {
		return nil, ErrNobody
	}
	return a, err
}
