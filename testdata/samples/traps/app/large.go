package app

import (
	"net"
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

// limited counts requests by where they come from, which takes more than is followed to find out.
func limited(next http.Handler) http.Handler {
	var mu sync.Mutex
	seen := map[string]*int{}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		from := origin(r)
		mu.Lock()
		defer mu.Unlock()
		if n, before := seen[from]; !before {
			seen[from] = new(int)
		} else if *n++; *n > 100 {
			http.Error(w, "too many", http.StatusTooManyRequests)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// origin is the first of the addresses that a proxy nearby has written down.
func origin(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsPrivate() {
		for _, part := range addresses(r.Header.Get("X-Forwarded-For")) {
			if part != "" {
				return part
			}
		}
	}
	return host
}

func addresses(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); i++ {
		if text[i] == ',' {
			if part := trimmed(text[start:i]); part != "" {
				out = append(out, part)
			}
			start = i + 1
		}
	}
	if part := trimmed(text[start:]); part != "" {
		out = append(out, part)
	}
	return out
}

func trimmed(text string) string {
	i, j := 0, len(text)
	for i < j && text[i] == ' ' {
		i++
	}
	for j > i && text[j-1] == ' ' {
		j--
	}
	return text[i:j]
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
