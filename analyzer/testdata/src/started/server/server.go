package server

import (
	"net/http"

	"started/pages"
)

// A Server serves pages.
type Server struct {
	Address string
	Site    *Site
}

// A Site is made of parts.
type Site struct{ Parts *Parts }

// Parts are made of pages.
type Parts struct{ Pages *pages.Pages }

// Start serves them.
func (s *Server) Start() error {
	s.Site = &Site{&Parts{pages.New()}}
	return http.ListenAndServe(s.Address, s.Site.Parts.Pages)
}
