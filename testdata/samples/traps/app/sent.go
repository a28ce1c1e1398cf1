package app

import (
	"encoding/json"
	"net/http"
	"os"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// An order is what a client sends: whose it is, it says by itself.
type order struct {
	Owner    string `json:"owner"`
	Password string `json:"password"`
}

// sentOwner wants the body to name somebody, and says that who names nobody is not known.
func sentOwner(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if o.Owner == "" {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

// sentPassword wants a password in the body.
func sentPassword(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if o.Password != os.Getenv("INVITATION") {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

// pointed is filled by the address of the variable that points to it, which is one pointer too many and
// is done all the same.
func pointed(r *http.Request) (*order, error) {
	o := &order{}
	err := json.NewDecoder(r.Body).Decode(&o)
	return o, err
}

// pointedOwner asks what sentOwner does.
func pointedOwner(w http.ResponseWriter, r *http.Request) {
	o, err := pointed(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if o.Owner == "" {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

// pointedPassword asks what sentPassword does.
func pointedPassword(w http.ResponseWriter, r *http.Request) {
	o, err := pointed(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if o.Password != os.Getenv("INVITATION") {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}
