// Defer and go statements that register or serve.
package main

import (
	"net/http"
	"sync"
)

func main() {
	mux := http.NewServeMux()
	set := func(path string) { mux.HandleFunc(path, ok) }
	setUp(mux, set)

	var once sync.Once
	for range 2 {
		once.Do(func() { mux.HandleFunc("GET /once", ok) }) // want `^GET /once: unguarded none$`
	}

	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		mux.Handle("GET /go", requireUser(http.HandlerFunc(ok))) // want `^GET /go: guarded authn requireUser\[\]\[401\]$`
	}()
	wg.Go(func() { mux.HandleFunc("GET /group", ok) }) // want `^GET /group: unguarded none$`
	wg.Wait()

	internal := http.NewServeMux()
	internal.HandleFunc("GET /stats", ok) // want `^GET /stats: unguarded none$`
	go http.ListenAndServe(":8081", internal)

	errs := make(chan error, 1)
	go func() { errs <- http.ListenAndServe(":8080", mux) }()
	<-errs
}

func setUp(mux *http.ServeMux, set func(string)) (h http.Handler) {
	path := "GET /cleanup/1"
	defer func() { mux.Handle("GET /deferred", h) }()        // want `^GET /deferred: guarded authn requireUser\[\]\[401\]$`
	defer mux.Handle("PUT "+"/direct", http.HandlerFunc(ok)) // want `^PUT /direct: unguarded none$`
	path = "GET /cleanup/2"
	defer set(path) // want `^GET /cleanup/2: unguarded none$`
	path = "GET /cleanup/3"
	return requireUser(http.HandlerFunc(ok))
}

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
