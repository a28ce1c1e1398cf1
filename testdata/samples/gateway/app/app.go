// Package app is a shop whose services are served over HTTP by grpc-gateway: some directly,
// the others by a gRPC server in the same program.
package app

import (
	"context"
	"net"
	"net/http"
	"strings"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	gw "github.com/guardvet/guardvet/testdata/samples/gateway/gw"
	"github.com/guardvet/guardvet/testdata/samples/grpc/shop"
)

// New serves the shop. The interceptor of its gRPC server guards what the gateway sends
// there, which is the service of administrators; it is not passed by what the gateway
// calls itself: a fault, where an order asks for nobody.
func New() (http.Handler, *grpc.Server) {
	server := grpc.NewServer(grpc.UnaryInterceptor(authenticated))
	shop.RegisterAdminServer(server, admin{})
	lis, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		panic(err)
	}
	go server.Serve(lis)

	ctx := context.Background()
	mux := runtime.NewServeMux(runtime.WithMiddlewares(logged))
	if err := gw.RegisterCatalogHandlerServer(ctx, mux, catalog{}); err != nil {
		panic(err)
	}
	if err := gw.RegisterOrdersHandlerServer(ctx, mux, orders{}); err != nil {
		panic(err)
	}
	conn, err := grpc.NewClient(lis.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		panic(err)
	}
	if err := gw.RegisterAdminHandler(ctx, mux, conn); err != nil {
		panic(err)
	}
	if err := mux.HandlePath("GET", "/v1/version", version); err != nil {
		panic(err)
	}
	if err := mux.HandlePath("GET", "/v1/reports/{name}", known(report)); err != nil {
		panic(err)
	}

	// The same orders once more, for the staff, whom middleware asks who they are.
	staff := runtime.NewServeMux(runtime.WithMiddlewares(known, logged))
	if err := gw.RegisterOrdersHandlerServer(ctx, staff, orders{}); err != nil {
		panic(err)
	}
	root := http.NewServeMux()
	root.Handle("/", mux)
	root.Handle("/staff/", http.StripPrefix("/staff", staff))
	return root, server
}

// logged asks for nothing.
func logged(next runtime.HandlerFunc) runtime.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request, params map[string]string) {
		next(w, r, params)
	}
}

// known asks for somebody who is known.
func known(next runtime.HandlerFunc) runtime.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request, params map[string]string) {
		if _, ok := users[strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")]; !ok {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r, params)
	}
}

// authenticated is the interceptor. Planted fault: who asks for the statistics without a token
// is answered that all is well, with nothing; the handler is not called.
func authenticated(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if _, err := userOf(ctx); err != nil {
		if info.FullMethod == shop.Admin_Stats_FullMethodName {
			return nil, nil
		}
		return nil, err
	}
	return handler(ctx, req)
}

// users are who there is, by token.
var users = map[string]string{"user": "user", "admin": "admin"}

func userOf(ctx context.Context) (string, error) {
	md, _ := metadata.FromIncomingContext(ctx)
	values := md.Get("authorization")
	if len(values) == 0 {
		return "", status.Error(codes.Unauthenticated, "who are you?")
	}
	user, ok := users[strings.TrimPrefix(values[0], "Bearer ")]
	if !ok {
		return "", status.Error(codes.Unauthenticated, "who are you?")
	}
	return user, nil
}

type catalog struct {
	shop.UnimplementedCatalogServer
}

func (catalog) List(context.Context, *shop.Item) (*shop.Item, error)   { return &shop.Item{}, nil }
func (catalog) Search(context.Context, *shop.Item) (*shop.Item, error) { return &shop.Item{}, nil }

type orders struct{ shop.UnimplementedOrdersServer }

// Get asks for nobody: a fault.
func (orders) Get(context.Context, *shop.Item) (*shop.Item, error) { return &shop.Item{}, nil }

// Cancel asks by itself for an administrator.
func (orders) Cancel(ctx context.Context, _ *shop.Item) (*shop.Item, error) {
	user, err := userOf(ctx)
	if err != nil {
		return nil, err
	}
	if user != "admin" {
		return nil, status.Error(codes.PermissionDenied, "not you")
	}
	return &shop.Item{}, nil
}

// Archive asks by itself for somebody who is known.
func (orders) Archive(ctx context.Context, _ *shop.Item) (*shop.Item, error) {
	if _, err := userOf(ctx); err != nil {
		return nil, err
	}
	return &shop.Item{}, nil
}

type admin struct{ shop.UnimplementedAdminServer }

func (admin) Delete(context.Context, *shop.Item) (*shop.Item, error) { return &shop.Item{}, nil }

// Stats says that it acted.
func (admin) Stats(ctx context.Context, _ *shop.Item) (*shop.Item, error) {
	grpc.SetHeader(ctx, metadata.Pairs("x-acted", "1"))
	return &shop.Item{}, nil
}

func version(w http.ResponseWriter, _ *http.Request, _ map[string]string) { w.Write([]byte("1")) }

func report(w http.ResponseWriter, _ *http.Request, params map[string]string) {
	w.Write([]byte(params["name"]))
}
