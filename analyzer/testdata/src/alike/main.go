// Middleware around middleware of its own kind, more often than a function that calls itself
// is followed; and a function that does.
package main

import (
	"context"
	"net/http"
)

type call func(ctx context.Context) (string, error)

type key struct{}

func main() {
	http.HandleFunc("GET /orders", rpc(17, check))                               // want `^GET /orders: guarded authn rpc\[\]\[401\]$`
	http.HandleFunc("GET /news", rpc(17, act))                                   // want `^GET /news: unguarded none$`
	http.HandleFunc("GET /deep", rpc(130, check))                                // want `^GET /deep: unknown none$`
	http.HandleFunc("GET /deeper", rpc(130, act))                                // want `^GET /deeper: unknown none$`
	http.HandleFunc("GET /again", func(w http.ResponseWriter, r *http.Request) { // want `^GET /again: unknown none$`
		if err := again(5, r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		acts++
	})
	http.ListenAndServe("", nil)
}

func rpc(n int, h call) http.HandlerFunc {
	for i := range n {
		h = noted(i)(h)
	}
	return func(w http.ResponseWriter, r *http.Request) {
		s, err := h(context.WithValue(r.Context(), key{}, r.Header.Get("Authorization")))
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		w.Write([]byte(s))
	}
}

func noted(i int) func(call) call {
	return func(next call) call {
		return func(ctx context.Context) (string, error) { return next(context.WithValue(ctx, i, i)) }
	}
}

var acts int

func act(context.Context) (string, error) { acts++; return "done", nil }

func check(ctx context.Context) (string, error) {
	if ctx.Value(key{}) == "" {
		return "", http.ErrNoCookie
	}
	return act(ctx)
}

func again(n int, r *http.Request) error {
	if n > 0 {
		return again(n-1, r)
	}
	if r.Header.Get("Authorization") != "secret" {
		return http.ErrNoCookie
	}
	return nil
}
