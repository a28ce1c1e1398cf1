// Package app is an application that finds its handlers by itself: by switches on
// the path and the method, prefixes, maps and lists.
package app

import (
	"net/http"
	"strings"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A site leads to the parts of the application.
type site struct {
	pages, lists, maps http.Handler
	mux                *http.ServeMux
}

// New returns the application.
func New() http.Handler {
	s := &site{pages: http.HandlerFunc(pages), lists: newList(), maps: newMaps(), mux: http.NewServeMux()}
	s.mux.HandleFunc("/items", items)
	s.mux.HandleFunc("/orders/", orders)
	s.mux.HandleFunc("POST /form", form)
	s.mux.HandleFunc("/either", either)
	s.mux.HandleFunc("/{$}", auth.Done)
	s.mux.Handle("/taken/", http.StripPrefix("/taken", http.HandlerFunc(below)))
	s.mux.HandleFunc("/trimmed/", trimmed)
	s.mux.HandleFunc("/cut/", cut)
	s.mux.HandleFunc("/bits", bits)
	rewritten(s.mux)
	found(s.mux)
	return s
}

// ServeHTTP tells the parts apart by the start of the path, and serves two paths itself.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.URL.Path == "/site/version":
		auth.Done(w, r)
	case r.URL.Path == "/site/reload" && r.Method == http.MethodPost:
		if auth.Check(w, r, "admin") {
			auth.Done(w, r)
		}
	case strings.HasPrefix(r.URL.Path, "/pages/"):
		s.pages.ServeHTTP(w, r)
	case strings.HasPrefix(r.URL.Path, "/lists/"):
		s.lists.ServeHTTP(w, r)
	case strings.HasPrefix(r.URL.Path, "/maps/"):
		s.maps.ServeHTTP(w, r)
	default:
		s.mux.ServeHTTP(w, r)
	}
}

// pages are told apart by a switch.
func pages(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/pages/open", "/pages/other":
		auth.Done(w, r)
	case "/pages/account":
		auth.Require(http.HandlerFunc(auth.Done)).ServeHTTP(w, r)
	case "/pages/forgotten":
		auth.Identify(http.HandlerFunc(auth.Done)).ServeHTTP(w, r)
	case "/pages/admin":
		if !auth.Check(w, r, "admin") {
			return
		}
		auth.Done(w, r)
	default:
		if strings.HasPrefix(r.URL.Path, "/pages/files/") {
			auth.Require(http.HandlerFunc(auth.Done)).ServeHTTP(w, r)
			return
		}
		http.NotFound(w, r)
	}
}

// items are told apart by the method.
func items(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		auth.Done(w, r)
	case http.MethodPost:
		auth.Require(http.HandlerFunc(auth.Done)).ServeHTTP(w, r)
	case http.MethodDelete:
		if auth.Check(w, r, "admin") {
			auth.Done(w, r)
		}
	default:
		http.Error(w, "no such method", http.StatusMethodNotAllowed)
	}
}

// orders has one page for all, and one for each order.
func orders(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/orders/" {
		if _, err := auth.Authenticate(r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
	}
	auth.Done(w, r)
}

// form has a method of its own: there is nothing to tell apart.
func form(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "no such method", http.StatusMethodNotAllowed)
		return
	}
	auth.Done(w, r)
}

// either serves every method, some of them to administrators only.
func either(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPut && !auth.Check(w, r, "admin") {
		return
	}
	auth.Done(w, r)
}

// below sees the path without its start.
func below(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/open":
		auth.Done(w, r)
	case "/admin":
		if auth.Check(w, r, "admin") {
			auth.Done(w, r)
		}
	default:
		http.NotFound(w, r)
	}
}

// trimmed takes the start off the path by itself.
func trimmed(w http.ResponseWriter, r *http.Request) {
	switch strings.TrimPrefix(r.URL.Path, "/trimmed") {
	case "/open":
		auth.Done(w, r)
	case "/admin":
		if auth.Check(w, r, "admin") {
			auth.Done(w, r)
		}
	default:
		http.NotFound(w, r)
	}
}
