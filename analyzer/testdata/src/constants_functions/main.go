// Patterns made of constants by functions of the standard library.
package main

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

const (
	version = 2
	base    = "/api"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+base+"/"+strconv.Itoa(version*2), ok)                   // want `^GET /api/4: unguarded none$`
	mux.Handle("GET "+strings.Replace("/x/mine", "/x", base, 1), guarded(ok))     // want `^GET /api/mine: guarded authn requireUser\[\]\[401\]$`
	mux.HandleFunc("GET "+strings.Repeat("/deep", 2)+fmt.Sprintf("/%03d", 7), ok) // want `^GET /deep/deep/007: unguarded none$`
	mux.HandleFunc(fmt.Sprintf("GET /%[2]s/%[1]s", "last", "first"), ok)          // want `^GET /first/last: unguarded none$`
	http.ListenAndServe("", mux)
}

func guarded(h http.HandlerFunc) http.Handler { return requireUser(h) }

func ok(w http.ResponseWriter, r *http.Request) {}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "secret" {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
