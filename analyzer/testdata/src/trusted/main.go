// Headers that a proxy in front sets after it has checked who asks, and that anybody
// can send who reaches the program without the proxy.
package main

import (
	"context"
	"crypto/subtle"
	"net"
	"net/http"
	"os"
	"os/user"
	"strings"
)

type userKey struct{}

var known = map[string]string{"ann": "admin", "bob": ""}

// named asks that there be a name, whatever it is.
func named(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Forwarded-User") == "" {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// forbidden is the same, with another status.
func forbidden(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Forwarded-User") == "" {
			http.Error(w, "who are you", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// looked finds the user of that name.
func looked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		role, ok := known[r.Header.Get("X-Forwarded-User")]
		if !ok {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, role)))
	})
}

// admin asks what the proxy says of the sender's groups.
func admin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.Header.Get("X-Forwarded-Groups"), "admin") {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// fromProxy believes the name if the proxy sends a secret with it.
func fromProxy(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Proxy")), []byte(os.Getenv("PROXY"))) != 1 || r.Header.Get("X-Forwarded-User") == "" {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// near believes the name if it comes from the proxy's address.
func near(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, _ := net.SplitHostPort(r.RemoteAddr)
		if host != "10.0.0.1" || r.Header.Get("X-Forwarded-User") == "" {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// keep leaves the name for the handlers.
func keep(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := user.Lookup(r.Header.Get("Remote-User"))
		if err == nil {
			r = r.WithContext(context.WithValue(r.Context(), userKey{}, u))
		}
		next.ServeHTTP(w, r)
	})
}

// keepName does the same with the name itself.
func keepName(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name := r.Header.Get("Remote-User"); name != "" {
			r = r.WithContext(context.WithValue(r.Context(), userKey{}, name))
		}
		next.ServeHTTP(w, r)
	})
}

func kept(w http.ResponseWriter, r *http.Request) {
	if r.Context().Value(userKey{}) == nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("[]"))
}

// either believes a token, or a name.
func either(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.Header.Get("X-Auth-Request-Email")
		if name == "" {
			name = known[r.Header.Get("Authorization")]
		}
		if name == "" {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// token asks for one.
func token(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := known[r.Header.Get("Authorization")]; !ok {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// device asks for a header that is no credential by its name, and word for one that is
// what nobody else knows.
func device(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Device") == "" {
			http.Error(w, "which one", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func word(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Word") != os.Getenv("WORD") {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func say(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

func main() {
	done := http.HandlerFunc(say)
	http.Handle("GET /named", named(done))                     // want `^GET /named: unknown none$`
	http.Handle("GET /forbidden", forbidden(done))             // want `^GET /forbidden: unknown none$`
	http.Handle("GET /looked", looked(done))                   // want `^GET /looked: unknown none$`
	http.Handle("GET /admin", admin(done))                     // want `^GET /admin: unknown none$`
	http.Handle("GET /kept", keep(http.HandlerFunc(kept)))     // want `^GET /kept: unknown none$`
	http.Handle("GET /name", keepName(http.HandlerFunc(kept))) // want `^GET /name: unknown none$`
	http.Handle("GET /either", either(done))                   // want `^GET /either: unknown none$`
	http.Handle("GET /proxy", fromProxy(done))                 // want `^GET /proxy: guarded authn fromProxy\[\]\[401\]$`
	http.Handle("GET /near", near(done))                       // want `^GET /near: guarded authn near\[\]\[401\]$`
	http.Handle("GET /device", device(done))                   // want `^GET /device: unknown none$`
	http.Handle("GET /word", word(done))                       // want `^GET /word: guarded authn word\[\]\[401\]$`
	http.Handle("GET /both", named(token(done)))               // want `^GET /both: guarded authn token\[\]\[401\]$`
	http.ListenAndServe("", nil)
}
