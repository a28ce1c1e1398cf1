// Checks that come when the request has been served, and handlers that are served
// although the one before them has refused.
package main

import "net/http"

type user struct{ name string }

var users = map[string]*user{"t1": {"ann"}}

func known(r *http.Request) bool { return users[r.Header.Get("Authorization")] != nil }

type step func(w http.ResponseWriter, r *http.Request, next http.HandlerFunc)

type link struct {
	do   step
	next func(http.ResponseWriter, *http.Request)
}

func (l link) ServeHTTP(w http.ResponseWriter, r *http.Request) { l.do(w, r, l.next) }

// chain links steps by structs, the way some packages of middleware do.
func chain(steps []step) link {
	if len(steps) == 0 {
		return link{do: func(http.ResponseWriter, *http.Request, http.HandlerFunc) {}, next: func(http.ResponseWriter, *http.Request) {}}
	}
	return link{do: steps[0], next: chain(steps[1:]).ServeHTTP}
}

// always calls the next one, whatever the handler has answered.
func always(h http.HandlerFunc) step {
	return func(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
		h(w, r)
		next(w, r)
	}
}

func check(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if !known(r) {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	next(w, r)
}

func refuse(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		http.Error(w, "who are you", http.StatusUnauthorized)
	}
}

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

func pass(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) { next(w, r) }

func main() {
	http.Handle("GET /checked", chain([]step{pass, check, pass, always(list)}))   // want `^GET /checked: guarded authn check\[\]\[401\]$`
	http.Handle("GET /late", chain([]step{always(list), check}))                  // want `^GET /late: unguarded none$`
	http.Handle("GET /anyway", chain([]step{pass, always(refuse), always(list)})) // want `^GET /anyway: unguarded none$`
	http.ListenAndServe("", nil)
}
