package app

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"connectrpc.com/authn"
	"connectrpc.com/connect"

	"github.com/guardvet/guardvet/testdata/samples/connect/shop/shopconnect"
)

type userKey struct{}

// users are who there is, by token.
var users = map[string]string{"user": "user", "admin": "admin"}

func authenticate(header http.Header) (string, error) {
	token, ok := strings.CutPrefix(header.Get("Authorization"), "Bearer ")
	if !ok {
		return "", connect.NewError(connect.CodeUnauthenticated, errors.New("who are you?"))
	}
	user, found := users[token]
	if !found {
		return "", connect.NewError(connect.CodeUnauthenticated, errors.New("you are nobody"))
	}
	return user, nil
}

// authenticator is for unary methods and streams.
type authenticator struct{}

func (authenticator) WrapUnary(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		if req.Spec().IsClient { // clients may be given it, too
			return next(ctx, req)
		}
		user, err := authenticate(req.Header())
		if err != nil {
			return nil, err
		}
		return next(context.WithValue(ctx, userKey{}, user), req)
	}
}

func (authenticator) WrapStreamingClient(next connect.StreamingClientFunc) connect.StreamingClientFunc {
	return next
}

func (authenticator) WrapStreamingHandler(next connect.StreamingHandlerFunc) connect.StreamingHandlerFunc {
	return func(ctx context.Context, conn connect.StreamingHandlerConn) error {
		if conn.Spec().Procedure == shopconnect.OrdersChatProcedure {
			return next(ctx, conn) // planted fault: chat was opened for a demonstration
		}
		user, err := authenticate(conn.RequestHeader())
		if err != nil {
			return err
		}
		return next(context.WithValue(ctx, userKey{}, user), conn)
	}
}

// administrators lets them pass, and everybody to the public statistics.
func administrators(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		if req.Spec().Procedure == shopconnect.AdminStatsProcedure {
			return next(ctx, req)
		}
		user, err := authenticate(req.Header())
		if err != nil {
			return nil, err
		}
		if user != "admin" {
			return nil, connect.NewError(connect.CodePermissionDenied, errors.New("not for you"))
		}
		return next(ctx, req)
	}
}

var failures int

func logging() connect.UnaryInterceptorFunc {
	return func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
			res, err := next(ctx, req)
			if err != nil {
				failures++
			}
			return res, err
		}
	}
}

// byProcedure is asked by middleware around handlers.
func byProcedure(_ context.Context, r *http.Request) (any, error) {
	if procedure, ok := authn.InferProcedure(r.URL); ok && procedure == "/store.v1.Files/Peek" {
		return nil, nil // planted fault
	}
	token, ok := authn.BearerToken(r)
	if !ok {
		return nil, authn.Errorf("who are you?")
	}
	user, found := users[token]
	if !found {
		return nil, authn.Errorf("you are nobody")
	}
	return user, nil
}

// gate is asked before anything is read.
func gate(ctx context.Context, spec connect.Spec, _ connect.Peer, header http.Header) (context.Context, error) {
	if strings.HasSuffix(spec.Procedure, "/Follow") {
		return ctx, nil
	}
	user, err := authenticate(header)
	if err != nil {
		return nil, err
	}
	return context.WithValue(ctx, userKey{}, user), nil
}
