// A server whose options a library fills in, by reflection: it does not reach what a field
// points to that is not exported.
package main

import (
	"encoding/json"
	"net/http"
	"os"
)

type server struct {
	Address string
	Paths   *paths
	api     *api
}

type paths struct{ Status string }

type api struct {
	plain    bool
	handlers map[string]http.Handler
}

func main() {
	s := &server{Paths: &paths{Status: "/status"}, api: &api{handlers: map[string]http.Handler{
		"/orders": guarded(http.HandlerFunc(ok)),
	}}}
	options, err := os.ReadFile("options.json")
	if err != nil || json.Unmarshal(options, s) != nil {
		os.Exit(1)
	}
	mux := http.NewServeMux()
	for path, h := range s.api.handlers {
		if s.api.plain {
			h = http.HandlerFunc(ok)
		}
		mux.Handle(path, h) // want `^\* /orders: guarded authn guarded\[\]\[401\]$`
	}
	mux.HandleFunc(s.Paths.Status, ok) // want `^\* {\?}: unguarded none$`
	http.ListenAndServe(s.Address, mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != secret {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

var secret = os.Getenv("SECRET")
