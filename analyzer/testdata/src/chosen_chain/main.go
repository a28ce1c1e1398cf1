// Middleware that is chosen and put together while a request is served: by the name of the
// operation, from lists that were made before.
package main

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
)

// A call is the application's own form of a handler.
type call func(ctx context.Context) (string, error)

type middleware func(call) call

// chains are the lists, for all operations and by the name of one or what it begins with.
type chains struct {
	all    []middleware
	prefix []string
	by     map[string][]middleware
}

func (c *chains) add(name string, ms ...middleware) {
	if strings.HasSuffix(name, "*") {
		name = strings.TrimSuffix(name, "*")
		c.prefix = append(c.prefix, name)
	}
	c.by[name] = ms
}

func (c *chains) of(operation string) []middleware {
	ms := make([]middleware, 0, len(c.all))
	ms = append(ms, c.all...)
	if more, ok := c.by[operation]; ok {
		return append(ms, more...)
	}
	for _, p := range c.prefix {
		if begins(operation, p) {
			return append(ms, c.by[p]...)
		}
	}
	return ms
}

func begins(s, prefix string) bool { return strings.HasPrefix(s, prefix) }

func chain(ms ...middleware) middleware {
	return func(next call) call {
		for i := len(ms) - 1; i >= 0; i-- {
			next = ms[i](next)
		}
		return next
	}
}

func main() {
	c := &chains{all: []middleware{count, count}, by: map[string][]middleware{}}
	c.add("orders.*", requireUser)
	c.add("orders.prices")
	http.Handle("GET /orders", c.serve("orders.list"))   // want `^GET /orders: guarded authn serve\[\]\[401\]$`
	http.Handle("GET /prices", c.serve("orders.prices")) // want `^GET /prices: unguarded none$`
	http.Handle("GET /news", c.serve("news"))            // want `^GET /news: unguarded none$`
	http.Handle("GET /twice", c.twice())                 // want `^GET /twice: guarded authn twice\[\]\[401\]$`
	http.Handle("GET /others", others())                 // want `^GET /others: unknown none$`
	http.ListenAndServe("", nil)
}

var errNobody = errors.New("log in first")

type key struct{}

// serve is an operation behind the middleware for its name.
func (c *chains) serve(operation string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		h := chain(c.of(operation)...)(func(context.Context) (string, error) { return "done", nil })
		answer(w, r, h)
	}
}

// twice has middleware of its own around that.
func (c *chains) twice() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ms := append(c.of("news"), requireUser)
		answer(w, r, chain(ms...)(func(context.Context) (string, error) { return "done", nil }))
	}
}

// others are behind what another part of the program may have left there.
func others() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ms, _ := left.Load("others")
		h := chain(ms.([]middleware)...)(func(context.Context) (string, error) { return "done", nil })
		if out, err := h(context.Background()); err == nil {
			w.Write([]byte(out))
		}
	}
}

var left sync.Map

func answer(w http.ResponseWriter, r *http.Request, h call) {
	out, err := h(context.WithValue(r.Context(), key{}, r.Header.Get("Authorization")))
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	w.Write([]byte(out))
}

// count refuses nobody.
func count(next call) call {
	return func(ctx context.Context) (string, error) { return next(ctx) }
}

func requireUser(next call) call {
	return func(ctx context.Context) (string, error) {
		if ctx.Value(key{}) != "Bearer t1" {
			return "", errNobody
		}
		return next(ctx)
	}
}
