package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/identity/measure"
)

// What a handler does may be in a function that it gives to another package.

func measuredOpen(w http.ResponseWriter, r *http.Request) {
	var times measure.Times
	times.Timed(func() { auth.Done(w, r) })
}

func measuredKnown(w http.ResponseWriter, r *http.Request) {
	var times measure.Times
	times.Timed(func() {
		if sender(r) == nil {
			w.WriteHeader(401)
			return
		}
		auth.Done(w, r)
	}).Rarely(func() { w.Header().Set("X-Rare", "yes") })
}

func measuredTried(w http.ResponseWriter, r *http.Request) {
	refused := false
	measure.Tried(func() error {
		user, err := auth.Authenticate(r)
		if user == nil {
			refused = true
			w.WriteHeader(401)
		}
		return err
	})
	if !refused {
		auth.Done(w, r)
	}
}

func measuredUnless(w http.ResponseWriter, r *http.Request) {
	user := sender(r)
	measure.Unless(user != nil, func() { w.WriteHeader(401) })
	if user != nil {
		auth.Done(w, r)
	}
}

// measuredRarely answers some requests only, and asks nobody.
func measuredRarely(w http.ResponseWriter, r *http.Request) {
	var times measure.Times
	times.Timed(func() {}).Rarely(func() { auth.Done(w, r) })
}
