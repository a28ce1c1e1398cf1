// Package app is an application whose first middleware leaves an account of who asks
// for everybody: a struct whose fields are empty for those who prove nothing, or not.
package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New returns the application.
func New() http.Handler {
	mux := http.NewServeMux()
	handle(mux, "GET /held/open", held, pass)
	handle(mux, "GET /held/known", held, heldKnown)
	handle(mux, "GET /held/asked", held, heldAsked)
	handle(mux, "GET /held/field", held, heldField)
	handle(mux, "GET /held/admin", held, heldAdmin)
	handle(mux, "GET /held/there", held, heldThere)
	handle(mux, "GET /pointed/known", pointed, pointedKnown)
	handle(mux, "GET /pointed/there", pointed, pointedThere)
	handle(mux, "GET /guests/known", guests, heldKnown)
	handle(mux, "GET /guests/field", guests, heldField)
	handle(mux, "GET /pointed/guests", pointedGuests, pointedKnown)
	handle(mux, "GET /named/known", named, namedKnown)
	handle(mux, "GET /named/flag", named, namedFlag)
	handle(mux, "GET /visitors/known", visitors, namedKnown)
	handle(mux, "GET /visitors/flag", visitors, namedFlag)
	handle(mux, "GET /claimed/known", claimed, namedKnown)
	handle(mux, "GET /called/searched", pass, searched)
	handle(mux, "GET /called/waited", pass, waited)
	handle(mux, "GET /called/counted", pass, counted)
	handle(mux, "GET /called/ranged", pass, ranged)
	mux.HandleFunc("GET /called/logged", logged)
	mux.Handle("GET /answers/known", action(onlyKnown))
	mux.Handle("GET /answers/open", action(onlyNamed))
	handle(mux, "GET /reasons/refused", reasons, reasonRefused)
	handle(mux, "GET /reasons/typed", reasons, reasonTyped)
	handle(mux, "GET /reasons/other", reasons, reasonOther)
	handle(mux, "GET /reasons/there", reasons, reasonThere)
	handle(mux, "GET /failed/refused", failed, failedRefused)
	handle(mux, "GET /sometimes/refused", sometimes, failedRefused)
	handle(mux, "GET /cured/refused", cured, failedRefused)
	mux.HandleFunc("GET /measured/open", measuredOpen)
	mux.HandleFunc("GET /measured/known", measuredKnown)
	mux.HandleFunc("GET /measured/tried", measuredTried)
	mux.HandleFunc("GET /measured/unless", measuredUnless)
	mux.HandleFunc("GET /measured/rarely", measuredRarely)
	return mux
}

type middleware func(http.Handler) http.Handler

// handle registers a route behind who finds out who asks and who demands somebody.
func handle(mux *http.ServeMux, pattern string, find, demand middleware) {
	mux.Handle(pattern, find(demand(http.HandlerFunc(auth.Done))))
}

func pass(next http.Handler) http.Handler { return next }

// sender is who sends the request, or nil.
func sender(r *http.Request) *auth.User {
	user, err := auth.Authenticate(r)
	if err != nil {
		return nil
	}
	return user
}
