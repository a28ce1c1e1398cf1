// Handlers of an interface of the application's own, with hooks that run before and
// after each, whatever it has answered.
package main

import (
	"errors"
	"log"
	"net/http"
)

// A Call is a request and its response.
type Call interface {
	Writer() http.ResponseWriter
	Request() *http.Request
}

type call struct {
	w http.ResponseWriter
	r *http.Request
}

func (c *call) Writer() http.ResponseWriter { return c.w }
func (c *call) Request() *http.Request      { return c.r }

type (
	handler func(Call)
	hook    interface {
		Before(Call) error
		After(Call) error
	}
)

type logging struct{}

func (logging) Before(c Call) error { return nil }

func (logging) After(c Call) error {
	log.Print(c.Request().URL.Path)
	return nil
}

func serve(h handler, hooks ...hook) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c := &call{w, r}
		for _, k := range hooks {
			if err := k.Before(c); err != nil {
				http.Error(w, "failed", http.StatusInternalServerError)
				return
			}
		}
		h(c)
		for _, k := range hooks {
			if err := k.After(c); err != nil {
				log.Print(err)
				return
			}
		}
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", serve(orders, logging{})) // want `^GET /orders: guarded authn serve\[\]\[401\]$`
	mux.HandleFunc("GET /prices", serve(prices, logging{})) // want `^GET /prices: unguarded none$`
	mux.HandleFunc("GET /drafts", serve(drafts, logging{})) // want `^GET /drafts: unguarded none$`
	http.ListenAndServe("", mux)
}

var users = map[string]string{"t1": "ann"}

func needsUser(c Call) error {
	if users[c.Request().Header.Get("Authorization")] == "" {
		c.Writer().WriteHeader(http.StatusUnauthorized)
		return errors.New("nobody")
	}
	return nil
}

func orders(c Call) {
	if err := needsUser(c); err != nil {
		return
	}
	c.Writer().Write([]byte("[]"))
}

func prices(c Call) { c.Writer().Write([]byte("[]")) }

// drafts forgets to return.
func drafts(c Call) {
	if err := needsUser(c); err != nil {
		log.Print(err)
	}
	c.Writer().Write([]byte("[]"))
}
