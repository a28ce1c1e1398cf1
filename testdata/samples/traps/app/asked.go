package app

import (
	"net/http"
	"net/url"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// asked makes requests of its own, as a proxy does that asks another server first: what they
// hold does not come from the client.
func asked(mux *http.ServeMux) {
	mux.HandleFunc("GET /asked/own", func(w http.ResponseWriter, r *http.Request) {
		own := &http.Request{Method: http.MethodGet, URL: &url.URL{Path: "/state"}, Header: http.Header{"Authorization": {"Bearer admin"}}}
		if _, err := auth.Authenticate(own); err != nil { // planted fault: it asks who the program is
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /asked/copy", func(w http.ResponseWriter, r *http.Request) {
		same := new(http.Request)
		*same = *r
		if _, err := auth.Authenticate(same); err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /asked/filled", func(w http.ResponseWriter, r *http.Request) {
		var same http.Request
		fill(&same, r)
		if _, err := auth.Authenticate(&same); err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /asked/handed", func(w http.ResponseWriter, r *http.Request) {
		out := &http.Request{Method: http.MethodGet, URL: r.URL, Header: r.Header}
		if _, err := auth.Authenticate(out); err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /asked/forwarded", func(w http.ResponseWriter, r *http.Request) {
		out := &http.Request{Method: http.MethodGet, URL: &url.URL{Path: "/state"}, Header: http.Header{}}
		out.Header.Set("Authorization", r.Header.Get("Authorization"))
		if _, err := auth.Authenticate(out); err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /asked/copied", func(w http.ResponseWriter, r *http.Request) {
		out := &http.Request{Method: http.MethodGet, URL: &url.URL{Path: "/state"}, Header: copied(r.Header)}
		if _, err := auth.Authenticate(out); err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /asked/looped", func(w http.ResponseWriter, r *http.Request) {
		out := &http.Request{Method: http.MethodGet, URL: &url.URL{Path: "/state"}, Header: http.Header{}}
		for name := range r.Header {
			out.Header.Set(name, r.Header.Get(name))
		}
		if _, err := auth.Authenticate(out); err != nil {
			http.Error(w, err.Error(), http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
}

func fill(to, from *http.Request) { *to = *from }

// copied takes over all headers, whatever they are.
func copied(from http.Header) http.Header {
	to := http.Header{}
	for name, values := range from {
		for _, v := range values {
			to.Add(name, v)
		}
	}
	return to
}
