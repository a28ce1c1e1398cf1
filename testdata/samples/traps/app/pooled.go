package app

import (
	"net/http"
	"sync"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A visit is what the handlers of a router of the program's own are given.
type visit struct {
	w http.ResponseWriter
	r *http.Request
}

var (
	visits = sync.Pool{New: func() any { return &visit{} }}
	places sync.Map // of the handlers, by what they are called
)

func visiting(mux *http.ServeMux) {
	mux.Handle("GET /pooled/open", visited(func(v *visit) { done(v.w, v.r) }))
	mux.Handle("GET /pooled/known", visited(func(v *visit) {
		if _, err := auth.Authenticate(v.r); err != nil {
			v.w.WriteHeader(http.StatusUnauthorized)
			return
		}
		done(v.w, v.r)
	}))
	places.Store("a place", func(v *visit) { auth.Require(done).ServeHTTP(v.w, v.r) })
	mux.Handle("GET /pooled/found", visited(func(v *visit) {
		if h, ok := places.Load("a place"); ok {
			h.(func(*visit))(v)
		}
	}))
}

// visited takes a visit out of the pool for the time of a request.
func visited(h func(*visit)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := visits.Get().(*visit)
		defer visits.Put(v)
		v.w, v.r = w, r
		h(v)
	})
}
