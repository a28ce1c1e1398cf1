package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// An entry is a handler, and what it is for.
type entry struct {
	method, path string
	handle       http.HandlerFunc
}

// A list is a list of entries, of which the first that fits serves.
type list []entry

func newList() list {
	return list{
		{"GET", "/lists/open", auth.Done},
		{"GET", "/lists/known", auth.Require(http.HandlerFunc(auth.Done)).ServeHTTP},
		{"POST", "/lists/open", auth.Role("admin")(http.HandlerFunc(auth.Done)).ServeHTTP},
	}
}

// ServeHTTP looks for an entry.
func (l list) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, e := range l {
		if e.method == r.Method && e.path == r.URL.Path {
			e.handle(w, r)
			return
		}
	}
	http.NotFound(w, r)
}

// byPath are handlers by their path.
type byPath map[string]http.Handler

func newMaps() byPath {
	return byPath{
		"/maps/open":   http.HandlerFunc(auth.Done),
		"/maps/known":  auth.Require(http.HandlerFunc(auth.Done)),
		"/maps/method": byMethod{"GET": auth.Done, "PUT": auth.Role("admin")(http.HandlerFunc(auth.Done)).ServeHTTP},
	}
}

// ServeHTTP looks for a handler.
func (m byPath) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h, ok := m[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h.ServeHTTP(w, r)
}

// byMethod are handlers by their method.
type byMethod map[string]http.HandlerFunc

// ServeHTTP looks for a handler.
func (m byMethod) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h := m[r.Method]; h != nil {
		h(w, r)
		return
	}
	w.WriteHeader(http.StatusMethodNotAllowed)
}
