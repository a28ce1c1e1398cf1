// Package app has a command that serves, and that is made by a function in a table.
package app

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/factories/host"
)

// Commands are made when somebody asks for them.
var Commands = map[string]host.Factory{}

// Init fills the table.
func Init() {
	Commands["server"] = func() (host.Command, error) { return &Server{Addr: "localhost:8080"}, nil }
	Commands["version"] = func() (host.Command, error) { return Version{}, nil }
}

// A Server is the command that serves.
type Server struct{ Addr string }

// Help says what it does.
func (s *Server) Help() string { return "serves" }

// Run serves.
func (s *Server) Run([]string) int {
	log.Print(http.ListenAndServe(s.Addr, s.Routes()))
	return 1
}

// Routes makes the router.
func (s *Server) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /notes", auth.Require(http.HandlerFunc(auth.Done)))
	mux.HandleFunc("DELETE /notes/{id}", auth.Done) // planted fault
	return mux
}

// Version is a command that does not.
type Version struct{}

// Help says what it does.
func (Version) Help() string { return "says which version this is" }

// Run does it.
func (Version) Run([]string) int {
	log.Print("v1")
	return 0
}
