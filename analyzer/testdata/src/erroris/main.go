// The check is an error of two kinds, and the handler stops for one of them only:
// those who are nobody pass.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
)

var (
	errNobody    = errors.New("nobody")
	errForbidden = errors.New("forbidden")
)

type key struct{}

type user struct{ permissions []string }

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /orders/{id}", change) // want `^PUT /orders/{id}: unguarded none$`
	http.ListenAndServe("", identify(mux))
}

func identify(next http.Handler) http.Handler {
	users := map[string]*user{"t1": {permissions: []string{"orders:read"}}}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u := users[r.Header.Get("Authorization")]
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, u)))
	})
}

func authorize(ctx context.Context, permission string) error {
	u, _ := ctx.Value(key{}).(*user)
	if u == nil {
		return errNobody
	}
	if !slices.Contains(u.permissions, permission) {
		return fmt.Errorf("%s: %w", permission, errForbidden)
	}
	return nil
}

// change stops those who may not, and forgets those who are nobody.
func change(w http.ResponseWriter, r *http.Request) {
	err := authorize(r.Context(), "orders:change")
	if errors.Is(err, errForbidden) {
		http.Error(w, err.Error(), http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
