// Package app puts the sample together, the way go-zero's generator does.
package app

import (
	"errors"
	"net/http"

	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/rest/httpx"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// Secret is the key of the tokens.
const Secret = "a secret of some length"

// New makes the application.
func New() *rest.Server {
	s := rest.MustNewServer(rest.RestConf{Host: "localhost", Port: 8080})
	s.AddRoute(rest.Route{Method: http.MethodGet, Path: "/healthz", Handler: auth.Done})
	s.AddRoutes([]rest.Route{
		{Method: http.MethodGet, Path: "/products/:id", Handler: auth.Done},
		{Method: http.MethodPost, Path: "/login", Handler: auth.Done},
	}, rest.WithPrefix("/v1"))
	s.AddRoutes([]rest.Route{
		{Method: http.MethodGet, Path: "/me", Handler: auth.Done},
		{Method: http.MethodPut, Path: "/me/address", Handler: own},
	}, rest.WithJwt(Secret), rest.WithPrefix("/v1"))
	s.AddRoutes(
		rest.WithMiddlewares(
			[]rest.Middleware{rest.ToMiddleware(auth.Role("admin"))},
			[]rest.Route{
				{Method: http.MethodGet, Path: "/admin/users", Handler: auth.Done},
				{Method: http.MethodDelete, Path: "/admin/users/:id", Handler: auth.Done},
			}...,
		),
	)
	jobs := []rest.Route{{Method: http.MethodPost, Path: "/jobs", Handler: auth.Done}}
	rest.WithMiddlewares([]rest.Middleware{require}, jobs...) // planted fault: what it returns is thrown away
	s.AddRoutes(jobs)
	s.AddRoutes(rest.WithMiddleware(require, rest.Route{Method: http.MethodGet, Path: "/orders", Handler: auth.Done}))
	s.AddRoutes([]rest.Route{
		{Method: http.MethodPost, Path: "/hooks/paid", Handler: parsed(paid)},
		{Method: http.MethodPost, Path: "/hooks/seen", Handler: parsed(seen)}, // planted fault
	})
	s.Use(log)
	return s
}

func require(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil {
			httpx.WriteJson(w, http.StatusUnauthorized, map[string]string{"error": err.Error()})
			return
		}
		next(w, r)
	}
}

func log(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Frame-Options", "DENY")
		next(w, r)
	}
}

// own asks what the token says.
func own(w http.ResponseWriter, r *http.Request) {
	if r.Context().Value("role") != "admin" {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	auth.Done(w, r)
}

// A hook is what the payment provider sends.
type hook struct {
	Key string `header:"X-Api-Key,optional"`
}

// parsed is the handler that the generator writes for the logic.
func parsed(logic func(*hook) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var in hook
		if err := httpx.Parse(r, &in); err != nil {
			httpx.ErrorCtx(r.Context(), w, err)
			return
		}
		if err := logic(&in); err != nil {
			httpx.ErrorCtx(r.Context(), w, err)
			return
		}
		auth.Done(w, r)
	}
}

func paid(in *hook) error {
	if in.Key != "hook-key" {
		return errors.New("wrong key")
	}
	return nil
}

func seen(*hook) error { return nil }
