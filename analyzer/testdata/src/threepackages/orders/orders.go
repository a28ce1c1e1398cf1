// Package orders serves orders and prices.
package orders

import "net/http"

// A Service holds what orders need.
type Service struct {
	guard func(http.Handler) http.Handler
}

// New returns a service whose routes are guarded.
func New(guard func(http.Handler) http.Handler) *Service { return &Service{guard} }

// Register adds the routes of orders.
func (s *Service) Register(mux *http.ServeMux, prefix string) {
	mux.Handle("GET "+prefix+"/orders", s.guard(http.HandlerFunc(s.list)))
	for method, guarded := range map[string]bool{http.MethodPut: true, http.MethodGet: false} {
		var h http.Handler = http.HandlerFunc(s.list)
		if guarded {
			h = s.guard(h)
		}
		mux.Handle(method+" "+prefix+"/prices", h)
	}
}

func (s *Service) list(w http.ResponseWriter, r *http.Request) {}
