// A method of the same name that takes something else implements nothing.
package main

import (
	"context"
	"net/http"
)

type finder interface {
	find(kind, token string) error
}

// always has a method of the name, for another purpose.
type always struct{ w http.ResponseWriter }

func (a always) find(string) error {
	a.w.Header().Set("X-Found", "yes")
	return nil
}

func main() {
	f, _ := context.Background().Value("finder").(finder)        // as good as any that is not known
	http.Handle("/orders", requireUser(f, http.HandlerFunc(ok))) // want `^\* /orders: guarded authn requireUser\[\]\[401\]$`
	http.ListenAndServe("", nil)
}

func ok(w http.ResponseWriter, r *http.Request) {
	if (always{w}).find("orders") == nil {
		w.Write([]byte("done"))
	}
}

func requireUser(f finder, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if f.find("user", r.Header.Get("Authorization")) != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
