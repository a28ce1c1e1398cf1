// Registration that ends in an error, as far as is known: what comes after it is not there, and that is said.
package main

import (
	"errors"
	"net/http"
)

type config struct{ modes map[string]bool }

func (c *config) check() error {
	if len(c.modes) == 0 {
		return errors.New("no mode")
	}
	return nil
}

func ok(w http.ResponseWriter, r *http.Request) {}

func register(mux *http.ServeMux, c *config) error {
	mux.HandleFunc("GET /before", ok) // want `^GET /before: unguarded none$`
	if err := c.check(); err != nil { // want `^incomplete: registration ends here with an error, as far as is known: err != nil$`
		return err
	}
	mux.HandleFunc("GET /after", ok)
	return nil
}

// first needs nothing, and says so by an error that nobody minds.
func first(mux *http.ServeMux, c *config) {
	if err := c.check(); err == nil {
		mux.HandleFunc("GET /never", ok)
	}
}

func main() {
	mux := http.NewServeMux()
	first(mux, &config{})
	register(mux, &config{})
	http.ListenAndServe("", mux)
}
