package app

import (
	"context"
	"net/http"
)

// details are those of who asks, as values.
type details struct {
	name     string
	signedIn bool
}

type detailsKey struct{}

func leave(next http.Handler, w http.ResponseWriter, r *http.Request, d details) {
	next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), detailsKey{}, d)))
}

// named leaves empty details of those who prove nothing.
func named(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var d details
		if user := sender(r); user != nil {
			d = details{name: user.Name, signedIn: true}
		}
		leave(next, w, r, d)
	})
}

// visitors gives them a name.
func visitors(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d := details{name: "visitor", signedIn: true}
		if user := sender(r); user != nil {
			d = details{name: user.Name, signedIn: true}
		}
		leave(next, w, r, d)
	})
}

// claimed takes the name that is asked for.
func claimed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		leave(next, w, r, details{name: r.URL.Query().Get("name")})
	})
}

var (
	namedKnown = demand(401, func(r *http.Request) bool {
		d, _ := r.Context().Value(detailsKey{}).(details)
		return d.name != ""
	})
	namedFlag = demand(401, func(r *http.Request) bool {
		d, _ := r.Context().Value(detailsKey{}).(details)
		return d.signedIn
	})
)
