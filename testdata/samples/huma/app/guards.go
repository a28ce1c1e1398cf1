package app

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// requireUser lets known users pass.
func requireUser(api huma.API) func(ctx huma.Context, next func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		u, err := auth.Find(ctx.Header("Authorization"))
		if err != nil {
			huma.WriteErr(api, ctx, http.StatusUnauthorized, "not logged in")
			return
		}
		next(huma.WithContext(ctx, auth.With(ctx.Context(), u)))
	}
}

// requireRole lets pass who has the role; who it is, an earlier step has found out.
func requireRole(api huma.API, role string) func(ctx huma.Context, next func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		u := auth.Current(ctx.Context())
		if u == nil || !u.Has(role) {
			huma.WriteErr(api, ctx, http.StatusForbidden, "not allowed")
			return
		}
		next(ctx)
	}
}

// leaky answers, and goes on.
func leaky(api huma.API) func(ctx huma.Context, next func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		if _, err := auth.Find(ctx.Header("Authorization")); err != nil {
			huma.WriteErr(api, ctx, http.StatusUnauthorized, "not logged in")
		}
		next(ctx)
	}
}

// asDocumented asks for a user where the operation says that it is secured.
func asDocumented(api huma.API) func(ctx huma.Context, next func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		required := false
		for _, scheme := range ctx.Operation().Security {
			if _, ok := scheme["bearer"]; ok {
				required = true
				break
			}
		}
		if !required {
			next(ctx)
			return
		}
		if _, err := auth.Find(ctx.Header("Authorization")); err != nil {
			huma.WriteErr(api, ctx, http.StatusUnauthorized, "not logged in")
			return
		}
		next(ctx)
	}
}
