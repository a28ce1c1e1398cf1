package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/traps/doors"
)

// Methods of a type that this package does not import, of what a function returns, and of a field.
func entrances(mux *http.ServeMux) {
	porter, err := doors.Hire()
	if err != nil {
		panic(err)
	}
	mux.Handle("GET /doors/asked", porter.Ask(done))
	mux.Handle("GET /doors/greeted", porter.Greet(done)) // planted fault
	house := doors.Build()
	mux.Handle("GET /doors/front", house.Front.Ask(done))
	mux.Handle("GET /doors/back", house.Back.Greet(done)) // planted fault
}
