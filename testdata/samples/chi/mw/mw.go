// Package mw holds what every request passes, whoever sent it.
package mw

import (
	"log"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/go-chi/chi/v5/middleware"
)

// A Middleware wraps a handler.
type Middleware = func(http.Handler) http.Handler

// Logger writes a line for each request to l.
func Logger(l *log.Logger) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			start := time.Now()
			ww := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
			next.ServeHTTP(ww, r)
			l.Printf("%s %s %s %d %s", middleware.GetReqID(r.Context()), r.Method, r.Pattern, ww.Status(), time.Since(start))
		})
	}
}

// CORS answers preflight requests of the origins, and lets other origins' pages
// see nothing; the requests themselves it lets through.
func CORS(origins ...string) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			origin := r.Header.Get("Origin")
			if origin != "" && slices.Contains(origins, origin) {
				w.Header().Set("Access-Control-Allow-Origin", origin)
				if r.Method == http.MethodOptions {
					w.WriteHeader(http.StatusNoContent)
					return
				}
			}
			next.ServeHTTP(w, r)
		})
	}
}

// CSRF refuses what other sites' pages make a browser send.
func CSRF(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Header.Get("Sec-Fetch-Site") == "cross-site" {
			http.Error(w, "from another site", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// A Limiter counts requests by address.
type Limiter struct {
	Max  int
	mu   sync.Mutex
	seen map[string]int
}

// Limit refuses addresses that ask too often.
func (l *Limiter) Limit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, _ := net.SplitHostPort(r.RemoteAddr)
		if !l.allow(host) {
			http.Error(w, "slow down", http.StatusTooManyRequests)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (l *Limiter) allow(addr string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.seen == nil {
		l.seen = map[string]int{}
	}
	l.seen[addr]++
	return l.seen[addr] <= l.Max
}

// Wrap puts middleware around a handler by hand, the first one outermost.
func Wrap(h http.Handler, list ...Middleware) http.Handler {
	for _, m := range slices.Backward(list) {
		h = m(h)
	}
	return h
}
