package app

import (
	"errors"
	"net/http"
	"os"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A gatekeeper says whether a request may pass. Which one there is, the settings say.
type gatekeeper interface{ check(*http.Request) error }

// knownOnly asks who sends a request.
type knownOnly struct{ realm string }

func (k knownOnly) check(r *http.Request) error {
	if _, err := auth.Authenticate(r); err != nil {
		return errors.New(k.realm + ": " + err.Error())
	}
	return nil
}

// everybody may pass.
type everybody struct{}

func (everybody) check(*http.Request) error { return nil }

// checkers has handlers that ask one of several checkers.
func checkers(mux *http.ServeMux) {
	mux.Handle("GET /checkers/always", keptBy(knownOnly{"always"}))
	mux.Handle("GET /checkers/set", keptBy(byRealm(os.Getenv("REALM"))))
	mux.Handle("GET /checkers/first", firstOf(knownOnly{"first"}, knownOnly{"other"}))
	mux.Handle("GET /checkers/either", firstOf(knownOnly{"first"}, byRealm(os.Getenv("REALM"))))
	mux.Handle("GET /checkers/named", keptBy(registered[os.Getenv("CHECKER")]()))
}

func byRealm(realm string) gatekeeper {
	if realm != "" {
		return knownOnly{realm}
	}
	return everybody{}
}

var registered = map[string]func() gatekeeper{
	"":      func() gatekeeper { return everybody{} },
	"known": func() gatekeeper { return knownOnly{"named"} },
}

func keptBy(c gatekeeper) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := c.check(r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
}

// firstOf lets pass whom one of the checkers lets pass.
func firstOf(list ...gatekeeper) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, c := range list {
			if c.check(r) == nil {
				auth.Done(w, r)
				return
			}
		}
		w.WriteHeader(http.StatusUnauthorized)
	})
}
