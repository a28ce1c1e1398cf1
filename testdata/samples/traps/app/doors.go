package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/traps/doors"
)

// Methods of a type that another package has given a name of its own; this one does not import where it comes from.
func entrances(mux *http.ServeMux) {
	porter, err := doors.Hire()
	if err != nil {
		panic(err)
	}
	mux.Handle("GET /doors/asked", porter.Ask(done))
	mux.Handle("GET /doors/greeted", porter.Greet(done)) // planted fault
}
