// Package app puts the sample together: services of a shop, with interceptors for
// unary methods and for streams.
package app

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"

	"github.com/guardvet/guardvet/testdata/samples/grpc/shop"
)

// New makes the server.
func New() *grpc.Server {
	s := grpc.NewServer(
		grpc.ChainUnaryInterceptor(roles(admins), byService, count),
		grpc.ChainStreamInterceptor(streamCount, streamAuth),
		grpc.UnaryInterceptor(auth),
		grpc.MaxRecvMsgSize(1<<20),
	)
	shop.RegisterCatalogServer(s, &catalog{asked: map[string]bool{}})
	shop.RegisterOrdersServer(s, &orders{store: map[string]string{}})
	shop.RegisterAdminServer(s, &admin{})
	shop.RegisterHooksServer(s, hooks{key: "hook-key"})
	grpc_health_v1.RegisterHealthServer(s, health.NewServer())
	reflection.Register(s)
	return s
}
