package app

import (
	"context"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"github.com/guardvet/guardvet/testdata/samples/grpc/shop"
)

// remote are calls whose handlers generated code calls.
func remote(m *http.ServeMux) {
	s := grpc.NewServer()
	shop.RegisterHooksServer(s, &payments{paid: map[string]bool{}})
	m.Handle("/shop.v1.Hooks/", s)
}

type payments struct {
	shop.UnimplementedHooksServer
	paid map[string]bool
}

// A payer is who pays.
type payer struct{ clerk bool }

var payers = map[string]*payer{"user": {}, "admin": {clerk: true}}

func payerOf(ctx context.Context) *payer {
	if values := metadata.ValueFromIncomingContext(ctx, "authorization"); len(values) > 0 {
		return payers[values[0]]
	}
	return nil
}

// Paid says the wrong thing of who is nobody.
func (p *payments) Paid(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	if payerOf(ctx) == nil {
		return nil, status.Error(codes.PermissionDenied, "who pays?") // want status401403
	}
	if err := checkClerk(ctx); err != nil {
		return nil, err
	}
	p.paid[in.GetId()] = true
	return in, nil
}

func checkClerk(ctx context.Context) error {
	by := payerOf(ctx)
	if by == nil {
		return status.Error(codes.Unauthenticated, "who pays?")
	}
	if !by.clerk {
		return status.Error(codes.PermissionDenied, "not a clerk")
	}
	return nil
}

// Refunded asks who pays, and asks for a clerk in vain.
func (p *payments) Refunded(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	if payerOf(ctx) == nil {
		return nil, status.Error(codes.Unauthenticated, "who pays?")
	}
	_ = checkClerk(ctx) // want ignored
	delete(p.paid, in.GetId())
	return in, nil
}
