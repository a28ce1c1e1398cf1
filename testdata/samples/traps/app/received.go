package app

import (
	"context"
	"net/http"
	"time"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// received has checks that another goroutine makes, and that may take too long.
func received(mux *http.ServeMux) {
	mux.HandleFunc("GET /received/asked", func(w http.ResponseWriter, r *http.Request) {
		verdict := make(chan error, 1)
		go func() {
			_, err := auth.Authenticate(r)
			verdict <- err
		}()
		if err := <-verdict; err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /received/timed", func(w http.ResponseWriter, r *http.Request) {
		if err := inTime(r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
	mux.Handle("GET /received/few", few(done)) // planted fault: it asks how many there are, and not who
}

func inTime(r *http.Request) error {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	verdict := make(chan error, 1)
	go func() {
		_, err := auth.Authenticate(r)
		verdict <- err
	}()
	select {
	case err := <-verdict:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// few serves a few requests at once.
func few(next http.Handler) http.Handler {
	places := make(chan struct{}, 10)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
			next.ServeHTTP(w, r)
		default:
			w.WriteHeader(http.StatusTooManyRequests)
		}
	})
}
