package app

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"connectrpc.com/connect"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A fault is an error of the program's own, which [faults] makes one of connect's.
type fault struct {
	code connect.Code
	text string
}

func (f fault) Error() string { return f.text }

// faults answers what those behind it return.
func faults(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		res, err := next(ctx, req)
		var f fault
		if errors.As(err, &f) {
			return nil, connect.NewError(f.code, f)
		}
		return res, err
	}
}

// either asks for a token or a cookie, and not for both.
type either struct{ open []string }

func (e either) ask(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		ctx, err := e.known(ctx, req.Spec().Procedure, req.Header())
		if err != nil {
			return nil, err
		}
		return next(ctx, req)
	}
}

func (e either) known(ctx context.Context, procedure string, header http.Header) (context.Context, error) {
	if slices.Contains(e.open, procedure) {
		return ctx, nil
	}
	token, session := header.Get("Authorization") != "", cookieOf(header) != ""
	switch {
	case token && session:
		return ctx, fault{connect.CodeUnauthenticated, "which of you?"}
	case token:
		return withUser(ctx, header)
	case session:
		return withUser(ctx, http.Header{"Authorization": {"Bearer " + cookieOf(header)}})
	}
	return ctx, fault{connect.CodeUnauthenticated, "who are you?"}
}

func cookieOf(header http.Header) string {
	c, err := (&http.Request{Header: header}).Cookie("session")
	if err != nil {
		return ""
	}
	return c.Value
}

func withUser(ctx context.Context, header http.Header) (context.Context, error) {
	user, err := authenticate(header)
	if err != nil {
		return ctx, fault{connect.CodeUnauthenticated, "you are nobody"}
	}
	return context.WithValue(ctx, userKey{}, user), nil
}

// guests finds out who asks, and lets pass whoever sends nothing.
func guests(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		if req.Header().Get("Authorization") == "" {
			return next(ctx, req)
		}
		ctx, err := withUser(ctx, req.Header())
		if err != nil {
			return nil, err
		}
		return next(ctx, req)
	}
}

// A refusal is one of a kind that [kinds] knows.
type refusal struct{ kind string }

func (r *refusal) Error() string { return r.kind }

func asRefusal(err error) (*refusal, bool) {
	var r *refusal
	return r, errors.As(err, &r)
}

func kinds(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		res, err := next(ctx, req)
		if r, ok := asRefusal(err); ok {
			return nil, connect.NewError(map[string]connect.Code{"nobody": connect.CodeUnauthenticated}[r.kind], r)
		}
		return res, err
	}
}

func somebody(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		if _, err := authenticate(req.Header()); err != nil {
			return nil, &refusal{"nobody"}
		}
		return next(ctx, req)
	}
}

// idle refuses nobody for who they are.
func idle(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		if _, err := authenticate(req.Header()); err != nil && req.Header().Get("X-Busy") != "" {
			return nil, &refusal{"busy"}
		}
		return next(ctx, req)
	}
}

// thorough takes its time to find out who asks.
func thorough(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		ctx, err := examine(ctx, req.Header().Get("Authorization"))
		if err != nil {
			return nil, err
		}
		return next(ctx, req)
	}
}

func examine(ctx context.Context, token string) (context.Context, error) {
	var seen [12]bool
	for i, part := range []string{"!", "?", "+", "-", "/", "=", "&", "%", "$", "#", "<", ">"} {
		if strings.Contains(token, part) {
			seen[i] = true
		}
	}
	if seen == [12]bool{0: true, 11: true} {
		return ctx, &refusal{"odd"}
	}
	user, err := auth.Find(token)
	if err != nil {
		return ctx, &refusal{"nobody"}
	}
	return context.WithValue(ctx, userKey{}, user), nil
}

func mapped(mux *http.ServeMux) {
	asks := connect.WithInterceptors(connect.UnaryInterceptorFunc(faults), connect.UnaryInterceptorFunc(either{open: []string{"/store.v1.Mapped/Open"}}.ask))
	mux.Handle("/store.v1.Mapped/Asked", connect.NewUnaryHandlerSimple("/store.v1.Mapped/Asked", upload, asks))
	mux.Handle("/store.v1.Mapped/Open", connect.NewUnaryHandlerSimple("/store.v1.Mapped/Open", upload, asks))
	mux.Handle("/store.v1.Mapped/Guests", connect.NewUnaryHandlerSimple("/store.v1.Mapped/Guests", upload, connect.WithInterceptors(connect.UnaryInterceptorFunc(faults), connect.UnaryInterceptorFunc(guests))))
	kind := connect.UnaryInterceptorFunc(kinds)
	mux.Handle("/store.v1.Mapped/Kinds", connect.NewUnaryHandlerSimple("/store.v1.Mapped/Kinds", upload, connect.WithInterceptors(kind, connect.UnaryInterceptorFunc(somebody))))
	mux.Handle("/store.v1.Mapped/Busy", connect.NewUnaryHandlerSimple("/store.v1.Mapped/Busy", upload, connect.WithInterceptors(kind, connect.UnaryInterceptorFunc(idle))))
	mux.Handle("/store.v1.Mapped/Slow", connect.NewUnaryHandlerSimple("/store.v1.Mapped/Slow", upload, connect.WithInterceptors(kind, connect.UnaryInterceptorFunc(thorough))))
}
