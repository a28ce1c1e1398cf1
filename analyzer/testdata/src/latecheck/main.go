// Handlers that act before they check: the refusal comes too late.
package main

import "net/http"

type store struct{ orders map[string]string }

func main() {
	s := &store{orders: map[string]string{}}
	mux := http.NewServeMux()
	mux.HandleFunc("DELETE /orders/{id}", s.remove)               // want `^DELETE /orders/{id}: unguarded none$`
	mux.HandleFunc("PUT /orders/{id}", s.change)                  // want `^PUT /orders/{id}: guarded authn change\[\]\[401\]$`
	mux.HandleFunc("GET /orders", s.list)                         // want `^GET /orders: unguarded none$`
	mux.Handle("POST /orders", after(http.HandlerFunc(s.create))) // want `^POST /orders: unguarded none$`
	http.ListenAndServe("", mux)
}

func known(r *http.Request) bool { return r.Header.Get("Authorization") == "Bearer t1" }

func (s *store) remove(w http.ResponseWriter, r *http.Request) {
	delete(s.orders, r.PathValue("id"))
	if !known(r) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *store) change(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.orders[r.PathValue("id")] = r.FormValue("text")
	w.WriteHeader(http.StatusNoContent)
}

func (s *store) list(w http.ResponseWriter, r *http.Request) {
	for _, text := range s.orders {
		w.Write([]byte(text))
	}
	if !known(r) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte("all orders"))
}

func (s *store) create(w http.ResponseWriter, r *http.Request) {
	s.orders[r.FormValue("id")] = r.FormValue("text")
}

// after checks when all is done.
func after(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r)
		if !known(r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.Write([]byte("done"))
	})
}
