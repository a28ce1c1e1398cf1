package app

import (
	"context"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"github.com/guardvet/guardvet/testdata/samples/grpc/shop"
)

type userKey struct{}

// open are the methods that everybody may call.
var open = map[string]bool{
	shop.Catalog_List_FullMethodName:   true,
	shop.Catalog_Search_FullMethodName: true,
	shop.Admin_Stats_FullMethodName:    true, // planted fault: copied from the list of the staging system
}

// admins are the methods of administrators.
var admins = []string{"/shop.v1.Admin/"}

// auth is for unary methods.
func auth(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if open[info.FullMethod] || strings.HasPrefix(info.FullMethod, "/grpc.health.v1.") || strings.HasPrefix(info.FullMethod, "/shop.v1.Hooks/") {
		return handler(ctx, req)
	}
	user, err := authenticate(ctx)
	if err != nil {
		return nil, err
	}
	return handler(context.WithValue(ctx, userKey{}, user), req)
}

func authenticate(ctx context.Context) (string, error) {
	md, ok := metadata.FromIncomingContext(ctx)
	if !ok {
		return "", status.Error(codes.InvalidArgument, "no metadata")
	}
	values := md.Get("authorization")
	if len(values) == 0 {
		return "", status.Error(codes.Unauthenticated, "who are you?")
	}
	user, found := users[strings.TrimPrefix(values[0], "Bearer ")]
	if !found {
		return "", status.Errorf(codes.Unauthenticated, "%q is nobody", values[0])
	}
	return user, nil
}

// users are who there is, by token.
var users = map[string]string{"user": "user", "admin": "admin"}

// roles asks for administrators, of the methods with the prefixes.
func roles(prefixes []string) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
		for _, prefix := range prefixes {
			if strings.HasPrefix(info.FullMethod, prefix) && !open[info.FullMethod] && ctx.Value(userKey{}) != "admin" {
				return nil, status.Error(codes.PermissionDenied, "not for you")
			}
		}
		return handler(ctx, req)
	}
}

// services are for who has a role.
var services = map[string]string{"shop.v1.Admin": "admin"}

// byService asks for the role that the service is for.
func byService(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	service := strings.Split(strings.TrimPrefix(info.FullMethod, "/"), "/")[0]
	if role := services[service]; role != "" && !open[info.FullMethod] && ctx.Value(userKey{}) != role {
		return nil, status.Error(codes.PermissionDenied, "not for you")
	}
	return handler(ctx, req)
}

func count(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	resp, err := handler(ctx, req)
	if err != nil {
		failures++
	}
	return resp, err
}

var failures int

// stream is a stream with another context.
type stream struct {
	grpc.ServerStream
	ctx context.Context
}

func (s *stream) Context() context.Context { return s.ctx }

// streamAuth is for streams.
func streamAuth(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	switch info.FullMethod {
	case shop.Catalog_Watch_FullMethodName, shop.Admin_Audit_FullMethodName: // planted fault: the second one
		return handler(srv, ss)
	}
	if strings.HasPrefix(info.FullMethod, "/grpc.") {
		return handler(srv, ss)
	}
	user, err := authenticate(ss.Context())
	if err != nil {
		return err
	}
	return handler(srv, &stream{ss, context.WithValue(ss.Context(), userKey{}, user)})
}

func streamCount(srv any, ss grpc.ServerStream, _ *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	err := handler(srv, ss)
	if err != nil {
		failures++
	}
	return err
}
