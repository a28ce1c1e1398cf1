// Package app has a server that is started by an interface, and comes to who starts it through a channel.
package app

import (
	"log"
	"net/http"
	"time"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A Starter works until it fails.
type Starter interface{ Start() error }

// Web is one.
type Web struct{ Addr string }

// Start serves.
func (w *Web) Start() error { return http.ListenAndServe(w.Addr, w.Routes()) }

// Routes makes the router.
func (w *Web) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /notes", auth.Require(http.HandlerFunc(auth.Done)))
	mux.HandleFunc("DELETE /notes/{id}", auth.Done) // planted fault
	return mux
}

// Old is one that nobody starts.
type Old struct{}

// Start serves.
func (*Old) Start() error { return http.ListenAndServe("localhost:8082", (&Web{}).Routes()) }

// A Clock is another one.
type Clock struct{}

// Start never ends.
func (Clock) Start() error {
	for range time.Tick(time.Hour) {
		log.Print("another hour")
	}
	return nil
}

var starters = make(chan Starter, 2)

func add(s Starter) { starters <- s }

// Run starts everything.
func Run() {
	add(Clock{})
	add(&Web{Addr: "localhost:8081"})
	go func() {
		for s := range starters {
			log.Print(s.Start())
		}
	}()
	go func() { log.Print((&Front{}).Listen("localhost:8083", Behind())) }()
	log.Fatal(http.ListenAndServe("localhost:8080", Probes()))
}

// Probes are for who watches the program.
func Probes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", auth.Done)
	return mux
}

// A Front is a handler in front of all others, and has a method that serves it.
type Front struct{ rest http.Handler }

// ServeHTTP asks who is there.
func (f *Front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	auth.Require(f.rest).ServeHTTP(w, r)
}

// Listen serves what it is given.
func (f *Front) Listen(addr string, rest http.Handler) error {
	f.rest = rest
	return http.ListenAndServe(addr, f)
}

// ListenTLS does the same, and nobody calls it.
func (f *Front) ListenTLS(addr string, rest http.Handler) error {
	f.rest = rest
	return http.ListenAndServeTLS(addr, "cert.pem", "key.pem", f)
}

// Behind is what stands behind the front.
func Behind() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /notes/{id}", auth.Done)
	return mux
}
