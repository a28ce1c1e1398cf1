// Package mw holds what every request passes, whoever sent it.
package mw

import (
	"context"
	"log"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/mux"
)

// Logger writes a line for each request to l.
func Logger(l *log.Logger) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			start := time.Now()
			defer func() { l.Printf("%s %s %s", r.Method, r.URL.Path, time.Since(start)) }()
			next.ServeHTTP(w, r)
		})
	}
}

// Recover answers for handlers that panic.
func Recover(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				http.Error(w, "something broke", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

type idKey struct{}

var lastID atomic.Int64

// RequestID gives every request a number.
func RequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-Request-ID")
		if id == "" {
			id = strconv.FormatInt(lastID.Add(1), 10)
		}
		w.Header().Set("X-Request-ID", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), idKey{}, id)))
	})
}

// CSRF refuses what other sites' pages make a browser send.
func CSRF(trusted ...string) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			origin := r.Header.Get("Origin")
			if r.Method != http.MethodGet && origin != "" && !slices.Contains(trusted, origin) {
				http.Error(w, "from another site", http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// A Limiter counts requests by address.
type Limiter struct {
	Max  int
	mu   sync.Mutex
	seen map[string]int
}

// Middleware refuses addresses that ask too often.
func (l *Limiter) Middleware(next http.Handler) http.Handler {
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

// Under applies middleware to the paths below a prefix only.
func Under(prefix string, only mux.MiddlewareFunc) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		inner := only(next)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasPrefix(r.URL.Path, prefix) {
				inner.ServeHTTP(w, r)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// Wrap puts middleware around a handler by hand, the first one outermost: mux
// has none for a single route, and runs none when no route matches.
func Wrap(h http.Handler, list ...mux.MiddlewareFunc) http.Handler {
	for i := len(list) - 1; i >= 0; i-- {
		h = list[i].Middleware(h)
	}
	return h
}
