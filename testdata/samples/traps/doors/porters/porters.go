// Package porters has who stands at a door.
package porters

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A Porter stands at a door.
type Porter struct{ greeting string }

// New makes one.
func New(greeting string) *Porter { return &Porter{greeting} }

// Ask lets in who is known.
func (p *Porter) Ask(next http.Handler) http.Handler { return auth.Require(p.Greet(next)) }

// Greet lets everybody in.
func (p *Porter) Greet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Greeting", p.greeting)
		next.ServeHTTP(w, r)
	})
}
