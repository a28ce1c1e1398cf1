// A pattern whose path is one of two: only the path is uncertain, the method is not.
package main

import (
	"net/http"
	"os"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+orDefault(os.Getenv("PRICES"), "/prices"), ok) // want `^GET .*: unguarded none$`
	http.ListenAndServe("", mux)
}

func orDefault(s, def string) string {
	if s == "" {
		return def
	}
	return s
}

func ok(w http.ResponseWriter, r *http.Request) {}
