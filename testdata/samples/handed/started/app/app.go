// Package app registers its routes in a hook, and does much else when it starts.
package app

import (
	"net/http"
	"time"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/handed/host"
)

// A Server is started by the library.
type Server struct{ HTTP *http.Server }

// Start serves.
func (s *Server) Start() error { return s.HTTP.ListenAndServe() }

var (
	mux   *http.ServeMux
	sizes = map[int]int{}
	size  int
)

// Run starts the application.
func Run() { host.Run(New()) }

// New makes the server. The hook runs when there is a router, which there is not yet.
func New() *Server {
	host.OnStart(func() {
		mux.Handle("GET /notes", auth.Require(http.HandlerFunc(auth.Done)))
		mux.HandleFunc("DELETE /notes/{id}", auth.Done) // planted fault
	})
	go measure()
	warm()
	mux = http.NewServeMux()
	return &Server{HTTP: &http.Server{Addr: "localhost:8080", Handler: mux}}
}

// measure never ends.
func measure() {
	for {
		time.Sleep(time.Hour)
		size = hash(size, 30)
	}
}

// warm takes its time.
func warm() {
	for i := range 90_000 {
		sizes[i%8] = hash(i, 3)
	}
}

func hash(n, rounds int) int {
	for i := range rounds {
		n = 31*n + i
	}
	return n
}
