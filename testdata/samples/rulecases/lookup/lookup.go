// Package lookup asks whatever keeps accounts. It sees nothing of HTTP, nor of who does.
package lookup

import (
	"context"

	"github.com/guardvet/guardvet/testdata/samples/rulecases/store"
)

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
