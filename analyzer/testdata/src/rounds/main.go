// Rounds: function literals made in a loop while a request is served, each with the
// variables of its round.
package main

import "net/http"

type middleware func(http.ResponseWriter, *http.Request, http.HandlerFunc)

// A chain puts its middleware around the handler when a request comes.
type chain struct {
	list []middleware
	end  http.HandlerFunc
}

func (c *chain) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	handler := c.end
	for i := len(c.list) - 1; i >= 0; i-- {
		m, next := c.list[i], handler
		handler = func(w http.ResponseWriter, r *http.Request) { m(w, r, next) }
	}
	handler(w, r)
}

// A lastly calls the middleware of the last round only: all share one variable.
type lastly struct {
	list []middleware
	end  http.HandlerFunc
}

func (c *lastly) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var m middleware
	var calls []http.HandlerFunc
	for i := range c.list {
		m = c.list[i]
		calls = append(calls, func(w http.ResponseWriter, r *http.Request) { m(w, r, c.end) })
	}
	calls[0](w, r)
}

func main() {
	http.Handle("/both", &chain{[]middleware{requireUser, requireAdmin}, ok}) // want `^\* /both: guarded authz requireUser\[\]\[401\] requireAdmin\[admin\]\[403\]$`
	http.Handle("/inner", &chain{[]middleware{open, requireUser, open}, ok})  // want `^\* /inner: guarded authn requireUser\[\]\[401\]$`
	http.Handle("/none", &chain{[]middleware{open, open}, ok})                // want `^\* /none: unguarded none$`
	http.Handle("/shared", &lastly{[]middleware{requireUser, open}, ok})      // want `^\* /shared: unguarded none$`
	http.ListenAndServe("", nil)
}

func open(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) { next(w, r) }

func requireUser(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if r.Header.Get("Authorization") != "secret" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	next(w, r)
}

func requireAdmin(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if !users[r.Header.Get("Authorization")].admin {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	next(w, r)
}

var users = map[string]struct{ admin bool }{"Bearer admin": {true}}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }
