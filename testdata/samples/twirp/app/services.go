package app

import (
	"context"

	"github.com/twitchtv/twirp"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/twirp/shop"
)

type catalog struct{}

func (catalog) List(ctx context.Context, in *shop.Item) (*shop.Item, error)   { return in, nil }
func (catalog) Search(ctx context.Context, in *shop.Item) (*shop.Item, error) { return in, nil }

type orders struct{}

func (orders) Get(ctx context.Context, in *shop.Item) (*shop.Item, error) { return in, nil }

// Cancel asks for more.
func (orders) Cancel(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	if u := auth.Current(ctx); u == nil || !u.Has("admin") {
		return nil, twirp.PermissionDenied.Errorf("%s is not yours", in.Id)
	}
	return in, nil
}

func (orders) Export(ctx context.Context, in *shop.Item) (*shop.Item, error) { return in, nil }

type admin struct{}

func (admin) Delete(ctx context.Context, in *shop.Item) (*shop.Item, error) { return in, nil }
func (admin) Stats(ctx context.Context, in *shop.Item) (*shop.Item, error)  { return in, nil }

type hooks struct{}

func (hooks) Paid(ctx context.Context, in *shop.Item) (*shop.Item, error) { return in, nil }
