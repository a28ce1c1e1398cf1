// A handler that reads the body into a struct, refuses what it does not
// understand, and asks for the role afterwards.
package main

import (
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
)

type change struct {
	What string `json:"what"`
}

type order struct {
	change
	Amount int `json:"amount"`
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", forAdmins(place))  // want `^POST /orders: guarded authz forAdmins\[admin\]\[403\]$`
	mux.HandleFunc("POST /returns", forAdmins(again)) // want `^POST /returns: guarded authz forAdmins\[admin\]\[403\]$`
	mux.HandleFunc("POST /refunds", refund)           // want `^POST /refunds: guarded authz refund\[admin\]\[403\]$`
	mux.HandleFunc("POST /gifts", give)               // want `^POST /gifts: guarded authz give\[admin\]\[403\]$`
	mux.HandleFunc("POST /password", setPassword)     // want `^POST /password: guarded authn setPassword\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

type user struct{ role string }

func find(r *http.Request) user {
	c, err := r.Cookie("session")
	if err != nil {
		return user{}
	}
	return users[c.Value]
}

var users = map[string]user{"s1": {"admin"}, "s2": {"guest"}}

func forAdmins(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if find(r).role != "admin" {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next(w, r)
	}
}

func read(r *http.Request) (*order, error) {
	if r.Body == nil {
		return nil, errors.New("empty")
	}
	o := &order{}
	err := json.NewDecoder(r.Body).Decode(o)
	if err != nil {
		return nil, err
	}
	if o.What != "order" {
		return nil, errors.New("no order")
	}
	return o, nil
}

func place(w http.ResponseWriter, r *http.Request) {
	o, err := read(r)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	stock -= o.Amount
	w.WriteHeader(http.StatusCreated)
}

func again(w http.ResponseWriter, r *http.Request) {
	var o order
	if json.NewDecoder(r.Body).Decode(&o) != nil || o.What != "return" {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	stock += o.Amount
}

// refund asks when it knows what for.
func refund(w http.ResponseWriter, r *http.Request) {
	o, err := read(r)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if find(r).role != "admin" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	stock -= o.Amount
}

// give has a copy of the order check itself.
func give(w http.ResponseWriter, r *http.Request) {
	var o order
	if json.NewDecoder(r.Body).Decode(&o) != nil || o.check() != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if find(r).role != "admin" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	stock -= o.Amount
}

func (o order) check() error {
	if o.Amount < 1 || o.What == "" {
		return errors.New("no gift")
	}
	return nil
}

// setPassword takes the token from the mail out of a form, which it has decoded by
// a library.
func setPassword(w http.ResponseWriter, r *http.Request) {
	var form struct{ Token, Password string }
	if r.ParseForm() != nil || forms.Decode(&form, r.PostForm) != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	id, err := owner(form.Token)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	passwords[id] = form.Password
}

var (
	forms interface {
		Decode(dst any, src map[string][]string) error
	}
	db        *sql.DB
	passwords = map[int64]string{}
)

func owner(token string) (id int64, err error) {
	err = db.QueryRow(`select id from users where token=$1`, token).Scan(&id)
	return id, err
}

var stock int
