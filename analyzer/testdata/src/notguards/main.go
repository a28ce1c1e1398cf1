// Middleware that refuses requests for other reasons than who asks.
package main

import (
	"crypto/subtle"
	"encoding/base64"
	"log"
	"mime"
	"net/http"
	"slices"
	"sync"
	"time"
)

func main() {
	mux := http.NewServeMux()
	l := &limiter{seen: map[string]time.Time{}}
	mux.Handle("GET /a", l.limit(http.HandlerFunc(ok)))                                  // want `^GET /a: unguarded none$`
	mux.Handle("POST /b", csrf(http.HandlerFunc(ok)))                                    // want `^POST /b: unguarded none$`
	mux.Handle("GET /c", cors(http.HandlerFunc(ok)))                                     // want `^GET /c: unguarded none$`
	mux.Handle("POST /d", bodyLimit(1<<20, http.HandlerFunc(ok)))                        // want `^POST /d: unguarded none$`
	mux.Handle("GET /e", recovery(http.HandlerFunc(ok)))                                 // want `^GET /e: unguarded none$`
	mux.Handle("POST /f", jsonOnly(http.HandlerFunc(ok)))                                // want `^POST /f: unguarded none$`
	mux.Handle("/g", only("POST", http.HandlerFunc(ok)))                                 // want `^\* /g: unguarded none$`
	mux.Handle("POST /h", l.limit(csrf(cors(recovery(jsonOnly(http.HandlerFunc(ok))))))) // want `^POST /h: unguarded none$`
	mux.Handle("POST /i", kept(http.HandlerFunc(ok)))                                    // want `^POST /i: unguarded none$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

type limiter struct {
	mu   sync.Mutex
	seen map[string]time.Time
}

func (l *limiter) limit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l.mu.Lock()
		last := l.seen[r.RemoteAddr]
		l.seen[r.RemoteAddr] = time.Now()
		l.mu.Unlock()
		if time.Since(last) < time.Second {
			http.Error(w, "slowly", http.StatusTooManyRequests)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func csrf(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("csrf_token")
		if err != nil || c.Value != r.Header.Get("X-CSRF-Token") {
			http.Error(w, "forged", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func cors(next http.Handler) http.Handler {
	origins := []string{"https://shop.example"}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if origin := r.Header.Get("Origin"); origin != "" {
			if !slices.Contains(origins, origin) {
				w.WriteHeader(http.StatusForbidden)
				return
			}
			w.Header().Set("Access-Control-Allow-Origin", origin)
		}
		next.ServeHTTP(w, r)
	})
}

func bodyLimit(n int64, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > n {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, n)
		next.ServeHTTP(w, r)
	})
}

func recovery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func jsonOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if t, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || t != "application/json" {
			w.WriteHeader(http.StatusUnsupportedMediaType)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func only(method string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != method {
			w.WriteHeader(http.StatusMethodNotAllowed)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// A visit is what is kept of everybody who has asked for a page, with a token against forgery.
type visit struct{ token string }

var visits = map[string]*visit{}

func kept(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		stored := ""
		if c, err := r.Cookie("visit"); err == nil {
			if v := visits[c.Value]; v != nil {
				stored = v.token
			}
		}
		if !equal(r.Header.Get("X-CSRF-Token"), stored) {
			http.Error(w, "forged", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func equal(sent, stored string) bool {
	a, err := base64.StdEncoding.DecodeString(sent)
	if err != nil {
		return false
	}
	b, err := base64.StdEncoding.DecodeString(stored)
	if err != nil {
		return false
	}
	return subtle.ConstantTimeCompare(a, b) == 1
}
