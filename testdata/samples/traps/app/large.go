package app

import (
	"net/http"
	"strings"
	"sync"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// An answering handler returns why it refuses.
type answering func(w http.ResponseWriter, r *http.Request) error

func (h answering) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
	}
}

// large are checks that go through more cases than are followed.
func large(mux *http.ServeMux) {
	mux.Handle("GET /large/known", answering(func(w http.ResponseWriter, r *http.Request) error {
		if err := inspect(r); err != nil {
			return spelt(r, err)
		}
		auth.Done(w, r)
		return nil
	}))
	mux.Handle("GET /large/filtered", filtered(done))
	mux.Handle("GET /large/limited", limited(done))
	mux.Handle("GET /large/none", answering(func(w http.ResponseWriter, r *http.Request) error {
		w.Header().Set("X-Part", lastPart(r.Header))
		if _, err := auth.Authenticate(r); err != nil {
			return err
		}
		auth.Done(w, r)
		return nil
	}))
}

// filtered refuses what comes from other sites, by more headers than are followed: none of them
// says who asks.
func filtered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if h := r.Header.Get("Accept"); h != "" {
			if host += h; r.Header.Get("Origin") == h {
				http.Error(w, "from another site", http.StatusForbidden)
				return
			}
		}
		if h := r.Header.Get("Referer"); h != "" {
			if host += h; r.Header.Get("Origin") == h {
				http.Error(w, "from another site", http.StatusForbidden)
				return
			}
		}
		if h := r.Header.Get("User-Agent"); h != "" {
			if host += h; r.Header.Get("Origin") == h {
				http.Error(w, "from another site", http.StatusForbidden)
				return
			}
		}
		if h := r.Header.Get("X-Host"); h != "" {
			if host += h; r.Header.Get("Origin") == h {
				http.Error(w, "from another site", http.StatusForbidden)
				return
			}
		}
		if h := r.Header.Get("X-Port"); h != "" {
			if host += h; r.Header.Get("Origin") == h {
				http.Error(w, "from another site", http.StatusForbidden)
				return
			}
		}
		if h := r.Header.Get("X-Scheme"); h != "" {
			if host += h; r.Header.Get("Origin") == h {
				http.Error(w, "from another site", http.StatusForbidden)
				return
			}
		}
		w.Header().Set("X-Host", host)
		next.ServeHTTP(w, r)
	})
}

// limited counts requests by what it takes a while to find out.
func limited(next http.Handler) http.Handler {
	var mu sync.Mutex
	seen := map[string]int{}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		from := origin(r)
		mu.Lock()
		defer mu.Unlock()
		if seen[from]++; seen[from] > 100 {
			http.Error(w, "too many", http.StatusTooManyRequests)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// origin is where a request comes from, as the last of some parts says.
func origin(r *http.Request) string {
	if lastPart(r.Header) != "" {
		return "part"
	}
	return r.RemoteAddr
}

// lastPart looks for an element of which, if there is none, the number is below zero.
func lastPart(h http.Header) string {
	var parts [4]string
	last := -1
	for range h["X-Part"] {
		last++
	}
	if h.Get("X-Last") != "" {
		return parts[last]
	}
	return ""
}

// inspect asks who it is, after a look at what the token is made of.
func inspect(r *http.Request) error {
	token := r.Header.Get("Authorization")
	var seen [12]bool
	for i, part := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"} {
		if strings.Contains(token, part) {
			seen[i] = true
		}
	}
	last := 0
	for i, yes := range seen {
		if yes {
			last = i
		}
	}
	if _, err := auth.Find(token); err != nil && last < len(seen) {
		return err
	}
	return nil
}

// spelt is the error in the client's language, where there is one in it.
func spelt(r *http.Request, err error) error {
	if other, ok := spellingsOf[r.Header.Get("Accept-Language")]; ok {
		return other
	}
	return err
}

var spellingsOf = map[string]error{}
