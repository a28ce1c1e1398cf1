// The check is an error: a helper that knows nothing of HTTP returns it, the
// handler makes a status of it.
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
	mux.HandleFunc("GET /orders", list)           // want `^GET /orders: guarded authz \w+\[orders:read\]\[(401 403|403 401)\]$`
	mux.HandleFunc("DELETE /orders/{id}", remove) // want `^DELETE /orders/{id}: guarded authz \w+\[orders:delete\]\[403\]$`
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

func refuse(w http.ResponseWriter, err error) {
	status := http.StatusForbidden
	if errors.Is(err, errNobody) {
		status = http.StatusUnauthorized
	}
	http.Error(w, err.Error(), status)
}

func list(w http.ResponseWriter, r *http.Request) {
	if err := authorize(r.Context(), "orders:read"); err != nil {
		refuse(w, err)
		return
	}
	w.Write([]byte("[]"))
}

func remove(w http.ResponseWriter, r *http.Request) {
	if err := authorize(r.Context(), "orders:delete"); err != nil {
		http.Error(w, err.Error(), http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
