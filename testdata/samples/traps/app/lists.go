package app

import (
	"errors"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// lists are put together while a request is served, or read in part.
func lists(mux *http.ServeMux) {
	mux.HandleFunc("GET /lists/known", asking{kinds: []string{"certificate", "token"}}.serve)
	mux.HandleFunc("GET /lists/guests", asking{kinds: []string{"certificate", "token", "guest"}}.serve)
	mux.HandleFunc("GET /lists/gathered", gathered)
	checks := []func(*http.Request) error{known, anybody}
	mux.HandleFunc("GET /lists/first", checked(func() []func(*http.Request) error { return checks[:1] }))
	mux.HandleFunc("GET /lists/others", checked(func() []func(*http.Request) error { return checks[1:] })) // planted fault: without the one that asks
}

// An asking finds out who sends a request, in one of several ways.
type asking struct {
	*http.Request
	kinds []string
}

func (a asking) serve(w http.ResponseWriter, r *http.Request) {
	a.Request = r
	if _, err := a.who(); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

// who asks in one way after the other, until one says who it is.
func (a asking) who() (name string, err error) {
	for _, ask := range a.ways() {
		if name, err = ask(); err == nil {
			break
		}
	}
	return name, err
}

// ways lists the ways; the last one is for whoever no other one knows.
func (a asking) ways() []func() (string, error) {
	ways := make([]func() (string, error), 0, 4)
	for _, kind := range a.kinds {
		switch kind {
		case "certificate":
			if a.TLS == nil {
				break
			}
			ways = append(ways, func() (string, error) {
				if len(a.TLS.PeerCertificates) == 0 {
					return "", errors.New("no certificate")
				}
				return a.TLS.PeerCertificates[0].Subject.CommonName, nil
			})
		case "token":
			ways = append(ways, func() (string, error) {
				u, err := auth.Authenticate(a.Request)
				if err != nil {
					return "", err
				}
				return u.Name, nil
			})
		case "guest": // planted fault: it is everybody
			ways = append(ways, func() (string, error) { return "guest", nil })
		}
	}
	return append(ways, func() (string, error) { return "", auth.ErrNobody })
}

// gathered refuses who has shown nothing: the list has room, and nothing in it.
func gathered(w http.ResponseWriter, r *http.Request) {
	shown := make([]string, 0, 2)
	if u, err := auth.Authenticate(r); err == nil {
		shown = append(shown, u.Name)
	}
	if len(shown) == 0 {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

// checked makes the checks of a list.
func checked(list func() []func(*http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, check := range list() {
			if err := check(r); err != nil {
				http.Error(w, err.Error(), http.StatusUnauthorized)
				return
			}
		}
		auth.Done(w, r)
	}
}

func known(r *http.Request) error {
	_, err := auth.Authenticate(r)
	return err
}

func anybody(*http.Request) error { return nil }
