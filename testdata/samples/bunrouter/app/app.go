// Package app puts the sample together.
package app

import (
	"errors"
	"net/http"

	"github.com/uptrace/bunrouter"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() http.Handler {
	r := bunrouter.New(bunrouter.Use(answer))
	r.GET("/", done)
	r.GET("/healthz", done)
	r.Use(user) // planted fault: what Use returns is thrown away
	r.GET("/me", done)
	r.WithGroup("/api", api)
	r.Use(user).WithMiddleware(role("admin")).WithGroup("/admin", func(g *bunrouter.Group) {
		g.GET("/users", done)
		g.DELETE("/users/:id", done)
	})
	plain := r.NewGroup("/plain", bunrouter.WithMiddleware(user)).Compat()
	plain.GET("/page", auth.Done)
	plain.WithGroup("/inner", func(g *bunrouter.CompatGroup) {
		g = g.WithMiddleware(role("admin"))
		g.GET("/page", auth.Done)
	})
	r.Verbose().GET("/verbose/:id", func(w http.ResponseWriter, r *http.Request, ps bunrouter.Params) { auth.Done(w, r) })
	return r
}

func api(g *bunrouter.Group) {
	g.GET("/products/:id", done)
	g = g.Use(user)
	g.POST("/products", done)
	g.PUT("/products/:id", own)
	g.NewGroup("/orders", bunrouter.WithGroup(func(g *bunrouter.Group) {
		g.GET("/late", done)
	}))
}

// answer turns the errors of handlers into answers: the router drops them.
func answer(next bunrouter.HandlerFunc) bunrouter.HandlerFunc {
	return func(w http.ResponseWriter, r bunrouter.Request) error {
		err := next(w, r)
		if errors.Is(err, auth.ErrNobody) {
			http.Error(w, err.Error(), http.StatusUnauthorized)
		}
		return err
	}
}

func user(next bunrouter.HandlerFunc) bunrouter.HandlerFunc {
	return func(w http.ResponseWriter, r bunrouter.Request) error {
		u, err := auth.Authenticate(r.Request)
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return nil
		}
		return next(w, r.WithContext(auth.With(r.Context(), u)))
	}
}

func role(role string) bunrouter.MiddlewareFunc {
	return func(next bunrouter.HandlerFunc) bunrouter.HandlerFunc {
		return func(w http.ResponseWriter, r bunrouter.Request) error {
			if !auth.Check(w, r.Request, role) {
				return nil
			}
			return next(w, r)
		}
	}
}

// own asks for itself.
func own(w http.ResponseWriter, r bunrouter.Request) error {
	u := auth.Current(r.Context())
	if u == nil || u.Name != r.Param("id") && !u.Has("admin") {
		w.WriteHeader(http.StatusForbidden)
		return nil
	}
	return done(w, r)
}

func done(w http.ResponseWriter, r bunrouter.Request) error {
	auth.Done(w, r.Request)
	return nil
}
