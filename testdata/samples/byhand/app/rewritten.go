package app

import (
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// rewritten hands requests to a router that looks at another path than the one that was sent.
func rewritten(m *http.ServeMux) {
	inner := http.NewServeMux()
	inner.HandleFunc("/seen", auth.Done)
	inner.Handle("POST /kept", auth.Require(http.HandlerFunc(auth.Done)))

	m.HandleFunc("/less/", func(w http.ResponseWriter, r *http.Request) {
		r.URL.Path = strings.TrimPrefix(r.URL.Path, "/less")
		inner.ServeHTTP(w, r)
	})
	m.Handle("/wrapped/", less("/wrapped", inner))
	m.HandleFunc("/copied/", func(w http.ResponseWriter, r *http.Request) {
		other := new(http.Request)
		*other = *r
		other.URL = new(url.URL)
		*other.URL = *r.URL
		other.URL.Path = strings.TrimPrefix(r.URL.Path, "/copied")
		inner.ServeHTTP(w, other)
	})
	m.HandleFunc("/always", func(w http.ResponseWriter, r *http.Request) {
		r.URL.Path = "/seen"
		inner.ServeHTTP(w, r)
	})
	whole := http.NewServeMux()
	whole.HandleFunc("/slash/seen", auth.Done)
	m.HandleFunc("/slash/", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			r.URL.Path = strings.TrimSuffix(r.URL.Path, "/")
		}
		whole.ServeHTTP(w, r)
	})
	m.HandleFunc("/last/", func(w http.ResponseWriter, r *http.Request) {
		r.URL.Path = "/" + path.Base(r.URL.Path)
		inner.ServeHTTP(w, r)
	})
}

// found hands requests to handlers that were found by the path that was sent, though they get
// another one.
func found(m *http.ServeMux) {
	m.Handle("GET /repos/{repo}/refs", full(http.HandlerFunc(auth.Done)))
	m.Handle("POST /repos/{repo}/refs", full(auth.Require(http.HandlerFunc(auth.Done))))
	m.Handle("/repos/{repo}/heads", full(auth.Require(onlyRead{})))
}

// full gives a repository its whole name.
func full(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.URL.Path = strings.ToLower(r.PathValue("repo")) + ".git/" + path.Base(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

// onlyRead tells methods apart by itself.
type onlyRead struct{}

func (onlyRead) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		http.Error(w, "read it", http.StatusMethodNotAllowed)
		return
	}
	auth.Done(w, r)
}

func less(prefix string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if rest, ok := strings.CutPrefix(r.URL.Path, prefix); ok {
			r.URL.Path = rest
		}
		next.ServeHTTP(w, r)
	})
}
