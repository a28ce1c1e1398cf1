// Program forked registers under conditions of several parts: what the parts share is run once,
// and says all of them.
package main

import (
	"net/http"
	"os"
)

func main() {
	os.Exit(command(os.Args[1], os.Getenv("MODE"), len(os.Args) > 2, len(os.Args) > 3))
}

func command(name, mode string, debug, verbose bool) int {
	switch name {
	case "serve", "", "run":
		serve(mode, debug, verbose)
		return 0
	case "version":
		return 1
	}
	return 2
}

func serve(mode string, debug, verbose bool) {
	mux := http.NewServeMux()
	if debug || verbose {
		mux.HandleFunc("GET /debug", ok) // want `GET /debug: unguarded none if debug \|\| verbose`
	} else {
		mux.HandleFunc("GET /plain", ok) // want `GET /plain: unguarded none if !debug and !verbose`
	}
	if debug && mode == "dev" || verbose {
		mux.HandleFunc("GET /mixed", ok) // want `GET /mixed: unguarded none if debug && mode == "dev" \|\| verbose`
	} else {
		mux.HandleFunc("GET /other", ok) // want `GET /other: unguarded none if \(!debug \|\| mode != "dev"\) and !verbose`
	}
	guard := key
	if mode == "dev" || mode == "test" {
		guard = open
	}
	mux.Handle("GET /guarded", guard(http.HandlerFunc(ok))) // want `GET /guarded: unknown conditional key`
	switch mode {
	case "a", "b":
		mux.Handle("GET /case", key(http.HandlerFunc(ok))) // want `GET /case: guarded authn .* if mode == "a" \|\| mode == "b"`
	case "c":
		mux.HandleFunc("GET /c", ok) // want `GET /c: unguarded none if .*mode == "c"`
	}
	http.ListenAndServe(":80", mux)
}

func open(next http.Handler) http.Handler { return next }

func key(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Key") != os.Getenv("KEY") {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func ok(w http.ResponseWriter, r *http.Request) {}
