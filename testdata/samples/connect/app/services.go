package app

import (
	"context"
	"errors"

	"connectrpc.com/connect"

	"github.com/guardvet/guardvet/testdata/samples/connect/shop"
	"github.com/guardvet/guardvet/testdata/samples/connect/shop/shopconnect"
)

// done tells the caller that a method has acted.
func done(in *shop.Item) (*connect.Response[shop.Item], error) {
	res := connect.NewResponse(&shop.Item{Id: in.GetId()})
	res.Header().Set("X-Acted", "1")
	return res, nil
}

// catalog has no Search yet.
type catalog struct {
	shopconnect.UnimplementedCatalogHandler
}

func (catalog) List(_ context.Context, req *connect.Request[shop.Item]) (*connect.Response[shop.Item], error) {
	return done(req.Msg)
}

func (catalog) Watch(_ context.Context, req *connect.Request[shop.Item], stream *connect.ServerStream[shop.Item]) error {
	stream.ResponseHeader().Set("X-Acted", "1")
	return stream.Send(req.Msg)
}

type orders struct {
	shopconnect.UnimplementedOrdersHandler // Archive is not there yet
	store                                  map[string]string
}

func (o *orders) Get(_ context.Context, req *connect.Request[shop.Item]) (*connect.Response[shop.Item], error) {
	o.store["last"] = req.Msg.GetId()
	return done(req.Msg)
}

// Cancel is for administrators, who are asked for here.
func (o *orders) Cancel(ctx context.Context, req *connect.Request[shop.Item]) (*connect.Response[shop.Item], error) {
	if ctx.Value(userKey{}) != "admin" {
		return nil, connect.NewError(connect.CodePermissionDenied, errors.New("not for you"))
	}
	delete(o.store, req.Msg.GetId())
	return done(req.Msg)
}

func (o *orders) Export(ctx context.Context, req *connect.Request[shop.Item], stream *connect.ServerStream[shop.Item]) error {
	if ctx.Value(userKey{}) != "admin" {
		return connect.NewError(connect.CodePermissionDenied, errors.New("not for you"))
	}
	stream.ResponseHeader().Set("X-Acted", "1")
	return stream.Send(req.Msg)
}

func (o *orders) Import(_ context.Context, stream *connect.ClientStream[shop.Item]) (*connect.Response[shop.Item], error) {
	for stream.Receive() {
		o.store[stream.Msg().GetId()] = "imported"
	}
	if err := stream.Err(); err != nil {
		return nil, err
	}
	return done(&shop.Item{})
}

func (o *orders) Chat(_ context.Context, stream *connect.BidiStream[shop.Item, shop.Item]) error {
	stream.ResponseHeader().Set("X-Acted", "1")
	in, err := stream.Receive()
	if err != nil {
		return err
	}
	return stream.Send(in)
}

type admin struct{}

func (admin) Delete(_ context.Context, req *connect.Request[shop.Item]) (*connect.Response[shop.Item], error) {
	return done(req.Msg)
}

func (admin) Stats(_ context.Context, req *connect.Request[shop.Item]) (*connect.Response[shop.Item], error) {
	return done(req.Msg)
}

func (admin) Audit(_ context.Context, req *connect.Request[shop.Item], stream *connect.ServerStream[shop.Item]) error {
	stream.ResponseHeader().Set("X-Acted", "1")
	return stream.Send(req.Msg)
}

type hooks struct{ key string }

// Paid asks for the key of the payment provider.
func (h hooks) Paid(_ context.Context, req *connect.Request[shop.Item]) (*connect.Response[shop.Item], error) {
	if req.Header().Get("X-Hook-Key") != h.key {
		return nil, connect.NewError(connect.CodeUnauthenticated, errors.New("wrong key"))
	}
	return done(req.Msg)
}

// Refunded asks for it in what it knows of the call.
func (h hooks) Refunded(ctx context.Context, req *connect.Request[shop.Item]) (*connect.Response[shop.Item], error) {
	info, ok := connect.CallInfoForHandlerContext(ctx)
	if !ok || info.RequestHeader().Get("X-Hook-Key") != h.key {
		return nil, connect.NewError(connect.CodeUnauthenticated, errors.New("wrong key"))
	}
	return done(req.Msg)
}

func upload(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	if info, ok := connect.CallInfoForHandlerContext(ctx); ok {
		info.ResponseHeader().Set("X-Acted", "1")
	}
	return in, nil
}

func follow(_ context.Context, in *shop.Item, stream *connect.ServerStream[shop.Item]) error {
	stream.ResponseHeader().Set("X-Acted", "1")
	return stream.Send(in)
}
