package app

import (
	"net/http"
	"path"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// isOpen tells by patterns which paths are for everybody.
func isOpen(p string) bool {
	return like("/patterns/login.*", p) || like("/patterns/assets/*", p)
}

// like wants patterns that are some.
func like(pattern, p string) bool {
	is, err := path.Match(pattern, p)
	if err != nil {
		panic(err)
	}
	return is
}

// patterns has a guard before routes of which some are for everybody.
func patterns(mux *http.ServeMux) {
	inner := http.NewServeMux()
	for _, p := range []string{"login.html", "assets/style.css", "assets/icons/big/{name}", "users", "users/{name}"} {
		inner.HandleFunc("GET /patterns/"+p, auth.Done)
	}
	mux.HandleFunc("/patterns/", func(w http.ResponseWriter, r *http.Request) {
		if !isOpen(r.URL.Path) && !somebody(r) {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		inner.ServeHTTP(w, r)
	})
}
