// A loop that waits for a state, of which it is known what it was at first: it is left at last, and what comes behind it is there.
package main

import (
	"errors"
	"net/http"

	"waits/ready"
)

type conn struct{ state int }

func (c *conn) get() int { return c.state }

func connect(mux *http.ServeMux) error { // want `^incomplete: a loop in waits.connect takes too long to be followed to its end$`
	c := &conn{}
	for s := c.get(); s != 2; s = c.get() {
		if s == 4 {
			return errors.New("it is down")
		}
		if !ready.Wait(s) {
			return errors.New("it takes too long")
		}
	}
	mux.HandleFunc("GET /behind", ok) // want `^GET /behind: unguarded none$`
	return nil
}

func ok(w http.ResponseWriter, r *http.Request) {}

func main() {
	mux := http.NewServeMux()
	if err := connect(mux); err != nil {
		panic(err)
	}
	mux.HandleFunc("GET /then", ok) // want `^GET /then: unguarded none$`
	http.ListenAndServe("", mux)
}
