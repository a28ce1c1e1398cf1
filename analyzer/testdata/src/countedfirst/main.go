// How often somebody came from one place is counted before anybody is asked who he is: that does nothing for him. What
// is done for whoever asks before the check is, whatever it is called.
package main

import (
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

type count struct {
	n     int
	since time.Time
}

type counter struct {
	mu    sync.Mutex
	hits  map[string]*count
	names map[string]bool
}

var seen = &counter{hits: map[string]*count{}, names: map[string]bool{}}

func main() {
	http.HandleFunc("POST /orders", counted(seen.few)) // want `^POST /orders: guarded authn counted\[\]\[401\]$`
	http.HandleFunc("POST /notes", counted(seen.note)) // want `^POST /notes: unguarded none$`
	http.HandleFunc("POST /fresh", counted(seen.lose)) // want `^POST /fresh: unguarded none$`
	http.HandleFunc("GET /prices", prices)             // want `^GET /prices: unguarded none$`
	http.ListenAndServe("", nil)
}

// counted asks for a token behind what counts.
func counted(few func(*http.Request) bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !few(r) {
			http.Error(w, "later", http.StatusTooManyRequests)
			return
		}
		if r.Header.Get("Authorization") != "Bearer "+os.Getenv("TOKEN") {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		w.Write([]byte("stored"))
	}
}

func prices(w http.ResponseWriter, r *http.Request) {
	if !seen.few(r) {
		http.Error(w, "later", http.StatusTooManyRequests)
		return
	}
	w.Write([]byte("1"))
}

// few counts, and forgets who has not come for long.
func (c *counter) few(r *http.Request) bool {
	from, _, _ := net.SplitHostPort(r.RemoteAddr)
	c.mu.Lock()
	defer c.mu.Unlock()
	for k, old := range c.hits {
		if time.Since(old.since) > time.Hour {
			delete(c.hits, k)
		}
	}
	h, ok := c.hits[from]
	if !ok {
		c.hits[from] = &count{n: 1, since: time.Now()}
		return true
	}
	h.n++
	return h.n < 10
}

// note keeps what the request says.
func (c *counter) note(r *http.Request) bool {
	name := r.URL.Query().Get("name")
	if !c.names[name] {
		c.names[name] = true
	}
	return len(c.names) < 100
}

// lose forgets everybody, and looks for nobody.
func (c *counter) lose(r *http.Request) bool {
	for k := range c.hits {
		delete(c.hits, k)
	}
	return len(c.names) < 100
}
