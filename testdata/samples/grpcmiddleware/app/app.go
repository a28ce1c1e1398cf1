// Package app puts the sample together: the services of the shop with the interceptors
// of go-grpc-middleware.
package app

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/auth"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/selector"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/status"

	"github.com/guardvet/guardvet/testdata/samples/grpc/shop"
)

// New makes the server.
func New() *grpc.Server {
	s := grpc.NewServer(
		grpc.ChainUnaryInterceptor(
			selector.UnaryServerInterceptor(auth.UnaryServerInterceptor(authenticate), selector.MatchFunc(private)),
			permissions{"/shop.v1.Admin/Delete": {"admin"}}.unary,
		),
		grpc.ChainStreamInterceptor(auth.StreamServerInterceptor(authenticate)),
	)
	shop.RegisterCatalogServer(s, &catalog{})
	shop.RegisterOrdersServer(s, &orders{})
	shop.RegisterAdminServer(s, &admin{})
	shop.RegisterHooksServer(s, &hooks{})
	return s
}

// private are the methods that ask who calls.
func private(_ context.Context, call interceptors.CallMeta) bool {
	if call.Service == "shop.v1.Catalog" && call.Method == "List" {
		return false
	}
	return call.FullMethod() != "/shop.v1.Admin/Stats" && call.FullMethod() != "/shop.v1.Admin/Delete"
}

type userKey struct{}

func authenticate(ctx context.Context) (context.Context, error) {
	token, err := auth.AuthFromMD(ctx, "bearer")
	if err != nil {
		return nil, err
	}
	if token != "user" && token != "admin" {
		return nil, status.Errorf(codes.Unauthenticated, "%q is nobody", token)
	}
	return context.WithValue(ctx, userKey{}, token), nil
}

// permissions are the roles that may call a method.
type permissions map[string][]string

func (p permissions) unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if err := p.check(ctx, info.FullMethod); err != nil {
		return nil, fmt.Errorf("permissions: %w", err)
	}
	return handler(ctx, req)
}

func (p permissions) check(ctx context.Context, method string) error {
	roles, ok := p[method]
	if !ok {
		return nil
	}
	values := metadata.ValueFromIncomingContext(ctx, "authorization")
	if len(values) == 0 {
		return status.Error(codes.Unauthenticated, "who are you?")
	}
	u, err := find(values[0])
	if err != nil {
		return status.Errorf(codes.Unauthenticated, "who are you? %v", err)
	}
	for _, role := range roles {
		if u.role == role {
			return nil
		}
	}
	return status.Error(codes.PermissionDenied, "not for you")
}

type user struct{ role string }

var users = map[string]*user{"user": {role: "customer"}, "admin": {role: "admin"}}

func find(header string) (*user, error) {
	u, ok := users[strings.TrimPrefix(header, "Bearer ")]
	if !ok {
		return nil, errors.New("nobody")
	}
	return u, nil
}

func done(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	if err := grpc.SetHeader(ctx, metadata.Pairs("x-acted", "1")); err != nil {
		return nil, err
	}
	return in, nil
}

type catalog struct {
	shop.UnimplementedCatalogServer
}

func (*catalog) List(ctx context.Context, in *shop.Item) (*shop.Item, error)   { return done(ctx, in) }
func (*catalog) Search(ctx context.Context, in *shop.Item) (*shop.Item, error) { return done(ctx, in) }

func (*catalog) Watch(in *shop.Item, stream grpc.ServerStreamingServer[shop.Item]) error {
	return stream.Send(in)
}

type orders struct{ shop.UnimplementedOrdersServer }

func (*orders) Get(ctx context.Context, in *shop.Item) (*shop.Item, error) { return done(ctx, in) }

type admin struct{ shop.UnimplementedAdminServer }

func (*admin) Delete(ctx context.Context, in *shop.Item) (*shop.Item, error) { return done(ctx, in) }

// Stats asks for a certificate, which nobody has here.
func (*admin) Stats(ctx context.Context, in *shop.Item) (*shop.Item, error) {
	p, ok := peer.FromContext(ctx)
	if !ok {
		return nil, status.Error(codes.Unauthenticated, "no peer")
	}
	info, ok := p.AuthInfo.(credentials.TLSInfo)
	if !ok || len(info.State.VerifiedChains) == 0 {
		return nil, status.Error(codes.Unauthenticated, "no certificate")
	}
	return done(ctx, in)
}

// hooks have their own idea of who may call.
type hooks struct{ shop.UnimplementedHooksServer }

// AuthFuncOverride is the planted fault: it replaces the check by none.
func (*hooks) AuthFuncOverride(ctx context.Context, _ string) (context.Context, error) {
	return ctx, nil
}

func (*hooks) Paid(ctx context.Context, in *shop.Item) (*shop.Item, error) { return done(ctx, in) }
