package mw

import (
	"context"
	"github.com/go-kratos/kratos/v2/errors"
	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/guardvet/guardvet/testdata/random/kit"
)

func P0M0(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		kit.Mark(request(ctx), "P0M0")
		if !kit.Has(request(ctx), "admin") {
			return nil, errors.New(401, "REFUSED", "refused")
		}
		return next(ctx, req)
	}
}

func P0M1(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		kit.Mark(request(ctx), "P0M1")

		if !kit.Known(request(ctx)) {
			return nil, errors.New(401, "REFUSED", "refused")
		}
		return next(ctx, req)
	}
}

func P0M3(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		kit.Mark(request(ctx), "P0M3")
		if kit.From(ctx) == nil {
			return nil, errors.New(404, "REFUSED", "refused")
		}
		return next(ctx, req)
	}
}

func P0H1(ctx context.Context, req any) (any, error) {
	kit.Mark(request(ctx), "P0H1")
	kit.Act(request(ctx))
	return map[string]string{}, nil
}
