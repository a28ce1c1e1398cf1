// What is left of the paths below one: a handler that tells everybody that there is no such page serves nobody.
package main

import (
	"encoding/json"
	"net/http"
)

var users = map[string]string{}

func require(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if users[r.Header.Get("Authorization")] == "" {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func writeError(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{"error": text})
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("ok")) }

var pages = map[string]string{}

// page finds some.
func page(w http.ResponseWriter, r *http.Request) {
	text, found := pages[r.URL.Path]
	if !found {
		http.NotFound(w, r)
		return
	}
	w.Write([]byte(text))
}

// sometimes has something to say.
func sometimes(w http.ResponseWriter, r *http.Request) {
	if len(pages) == 0 {
		http.NotFound(w, r)
	}
}

// deletes acts, whatever it says.
func deletes(w http.ResponseWriter, r *http.Request) {
	delete(users, r.PathValue("name"))
	http.NotFound(w, r)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/orders", require(ok))                        // want `^POST /api/orders: guarded authn`
	mux.HandleFunc("PUT /api/orders", require(ok))                         // want `^PUT /api/orders: guarded authn`
	mux.HandleFunc("/api/", func(w http.ResponseWriter, r *http.Request) { // want `^\* /api/: public none$`
		writeError(w, http.StatusNotFound, "no such call")
	})
	mux.HandleFunc("/v1/", func(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }) // want `^\* /v1/: public none$`
	mux.Handle("/v2/", http.NotFoundHandler())                                                   // want `^\* /v2/: public none$`
	mux.HandleFunc("/pages/", page)                                                              // want `^\* /pages/: unguarded none$`
	mux.HandleFunc("/sometimes/", sometimes)                                                     // want `^\* /sometimes/: unguarded none$`
	mux.HandleFunc("/deletes/{name}", deletes)                                                   // want `^\* /deletes/{name}: unguarded none$`
	http.ListenAndServe("", mux)
}
