// Package web is what the handlers are given.
package web

import (
	"context"
	"net/http"
)

// An Account is who asks.
type Account struct{ Name string }

// Ctx is what a handler is given.
type Ctx interface {
	Request() *http.Request
	Writer() http.ResponseWriter
	SetWriter(w http.ResponseWriter)
	Account() *Account
	SetAccount(a *Account)
}

type key int

type ctx struct {
	r *http.Request
	w http.ResponseWriter
}

func (c *ctx) Request() *http.Request          { return c.r }
func (c *ctx) Writer() http.ResponseWriter     { return c.w }
func (c *ctx) SetWriter(w http.ResponseWriter) { c.w = w }

func (c *ctx) Account() *Account {
	if a := c.r.Context().Value(key(1)); a != nil {
		return a.(*Account)
	}
	return nil
}

func (c *ctx) SetAccount(a *Account) {
	c.r = c.r.WithContext(context.WithValue(c.r.Context(), key(1), a))
}

// Middleware is asked before and after the handler.
type Middleware interface {
	Before(c Ctx) error
	After(c Ctx) error
}

// Wrap makes a handler of a function.
func Wrap(h func(c Ctx), list ...Middleware) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var c Ctx = &ctx{r, w}
		for _, m := range list {
			if err := m.Before(c); err != nil {
				http.Error(w, "", http.StatusInternalServerError)
				return
			}
		}
		h(c)
		for i := len(list) - 1; i >= 0; i-- {
			if err := list[i].After(c); err != nil {
				return
			}
		}
	}
}
