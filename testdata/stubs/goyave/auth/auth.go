// Package auth has the form of goyave's authentication, and does what that does.
package auth

import (
	"context"
	"net/http"

	"goyave.dev/goyave/v5"
)

// MetaAuth is the key under which routes and routers say that their users are asked who they are.
const MetaAuth = "goyave.require-auth"

// Authenticator finds who sent a request.
type Authenticator[T any] interface {
	goyave.Composable
	Authenticate(*goyave.Request) (*T, error)
}

// Unauthorizer answers those who are nobody.
type Unauthorizer interface {
	OnUnauthorized(*goyave.Response, *goyave.Request, error)
}

// Handler is middleware that refuses nobodies where the route says so.
type Handler[T any] struct {
	Authenticator[T]
	Realm string
}

func Middleware[T any](a Authenticator[T]) *Handler[T] { return MiddlewareWithRealm(a, "private") }

func MiddlewareWithRealm[T any](a Authenticator[T], realm string) *Handler[T] {
	return &Handler[T]{Authenticator: a, Realm: realm}
}

func (h *Handler[T]) Handle(next goyave.Handler) goyave.Handler {
	return func(w *goyave.Response, r *goyave.Request) {
		if asked, _ := r.Route.LookupMeta(MetaAuth); asked != true {
			next(w, r)
			return
		}
		user, err := h.Authenticate(r)
		if err == nil {
			r.User = user
			r.WithContext(ContextWithUser(r.Context(), user))
			next(w, r)
			return
		}
		if u, ok := h.Authenticator.(Unauthorizer); ok {
			u.OnUnauthorized(w, r, err)
			return
		}
		w.JSON(http.StatusUnauthorized, map[string]string{"error": err.Error()})
	}
}

type key struct{}

func ContextWithUser(ctx context.Context, user any) context.Context {
	return context.WithValue(ctx, key{}, user)
}

func UserFromContext[T any](ctx context.Context) *T {
	u, _ := ctx.Value(key{}).(*T)
	return u
}
