// A list of what paths ask for, and what is not on it nobody may: such a route is none, as one is
// that is answered 404.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /prices", ok)     // want `^GET /prices: unguarded none$`
	mux.HandleFunc("GET /orders", ok)     // want `^GET /orders: guarded authn guard\[\]\[401\]$`
	mux.HandleFunc("POST /forgotten", ok) // nobody gets there
	http.ListenAndServe("", policy{rules: map[string]rule{"/prices": {public: true}, "/orders": {}}}.guard(mux))
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

type rule struct{ public bool }

type policy struct{ rules map[string]rule }

func (p policy) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rule, ok := p.rules[r.URL.Path]
		if !ok {
			http.Error(w, "no rule", http.StatusForbidden)
			return
		}
		if !rule.public && r.Header.Get("Authorization") != "Bearer t1" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
