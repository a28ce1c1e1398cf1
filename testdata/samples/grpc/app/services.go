package app

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"github.com/guardvet/guardvet/testdata/samples/grpc/shop"
)

// acted tells the caller that a method has acted.
var acted = metadata.Pairs("x-acted", "1")

type catalog struct {
	shop.UnimplementedCatalogServer
	asked map[string]bool
}

// Search is a planted fault: what was asked for is noted before it asks who asks.
func (c *catalog) Search(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	c.asked[in.GetId()] = true
	if err := grpc.SetHeader(ctx, acted); err != nil {
		return nil, err
	}
	if _, err := authenticate(ctx); err != nil {
		return nil, err
	}
	return done(ctx, in)
}

func (catalog) List(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	return done(ctx, in)
}

func (catalog) Watch(in *shop.Item, stream grpc.ServerStreamingServer[shop.Item]) error {
	if err := stream.SetHeader(acted); err != nil {
		return err
	}
	return stream.Send(in)
}

func done(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	if err := grpc.SetHeader(ctx, acted); err != nil {
		return nil, err
	}
	return &shop.Item{Id: in.GetId()}, nil
}

type orders struct {
	shop.UnimplementedOrdersServer // Archive is not there yet
	store                          map[string]string
}

func (o *orders) Get(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	o.store["last"] = in.GetId()
	return done(ctx, in)
}

// Cancel is for administrators, who are asked for here.
func (o *orders) Cancel(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	if ctx.Value(userKey{}) != "admin" {
		return nil, status.New(codes.PermissionDenied, "not for you").Err()
	}
	delete(o.store, in.GetId())
	return done(ctx, in)
}

func (o *orders) Export(in *shop.Item, stream grpc.ServerStreamingServer[shop.Item]) error {
	if user, ok := stream.Context().Value(userKey{}).(string); !ok || user != "admin" {
		return status.Error(codes.PermissionDenied, "not for you")
	}
	stream.SetHeader(acted)
	return stream.Send(in)
}

func (o *orders) Import(stream grpc.ClientStreamingServer[shop.Item, shop.Item]) error {
	stream.SetHeader(acted)
	in, err := stream.Recv()
	if err != nil {
		return err
	}
	return stream.SendAndClose(in)
}

func (o *orders) Chat(stream grpc.BidiStreamingServer[shop.Item, shop.Item]) error {
	stream.SetHeader(acted)
	in, err := stream.Recv()
	if err != nil {
		return err
	}
	return stream.Send(in)
}

type admin struct{ shop.UnimplementedAdminServer }

func (*admin) Delete(ctx context.Context, in *shop.Item) (*shop.Item, error) { return done(ctx, in) }

func (*admin) Stats(ctx context.Context, in *shop.Item) (*shop.Item, error) { return done(ctx, in) }

func (*admin) Audit(in *shop.Item, stream grpc.ServerStreamingServer[shop.Item]) error {
	stream.SetHeader(acted)
	return stream.Send(in)
}

type hooks struct {
	shop.UnimplementedHooksServer
	key string
}

var errKey = status.Error(codes.Unauthenticated, "wrong key")

// Paid asks for the key of the payment provider.
func (h hooks) Paid(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	if values := metadata.ValueFromIncomingContext(ctx, "x-hook-key"); len(values) == 0 || values[0] != h.key {
		return nil, errKey
	}
	return done(ctx, in)
}

// Refunded is the planted fault: the refusal is made, and not returned.
func (h hooks) Refunded(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	if values := metadata.ValueFromIncomingContext(ctx, "x-hook-key"); len(values) == 0 || values[0] != h.key {
		_ = status.Error(codes.Unauthenticated, "wrong key")
	}
	return done(ctx, in)
}
