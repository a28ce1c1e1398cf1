package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A problem is what an action returns instead of an answer; its code says which.
type problem struct{ code, text string }

func nobody() *problem             { return &problem{"nobody", "who are you?"} }
func missing(text string) *problem { return &problem{code: "missing", text: text} }

// An action returns a problem, or nothing.
type action func(w http.ResponseWriter, r *http.Request) any

// ServeHTTP is the only place that writes a refusal.
func (a action) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch p := a(w, r).(type) {
	case *problem:
		status := 500
		switch p.code {
		case "nobody":
			status = 401
		case "missing":
			status = 404
		}
		http.Error(w, p.text, status)
	default:
		auth.Done(w, r)
	}
}

func onlyKnown(_ http.ResponseWriter, r *http.Request) any {
	if sender(r) == nil {
		return nobody()
	}
	return nil
}

func onlyNamed(_ http.ResponseWriter, r *http.Request) any {
	if r.URL.Query().Has("nothing") {
		return missing("there is none")
	}
	return nil
}
