package app

import "net/http"

// hiding stands before everything else, and hides a part of it: what is registered there is no route.
func hiding(mux *http.ServeMux) http.Handler {
	mux.Handle("DELETE /hidden/all", done)
	mux.Handle("GET /hidden/rest", done)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/hidden/all" {
			http.NotFound(w, r)
			return
		}
		mux.ServeHTTP(w, r)
	})
}
