// Who says that they may has proved nothing, though those who do not are answered 401: whether they ask for a host, or say yes in
// a header, a cookie, the query or the body. A check the wrong way round lets pass who has the wrong key.
package main

import (
	"crypto/subtle"
	"encoding/json"
	"net/http"
	"os"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /host", asks(func(r *http.Request) bool { return r.Host == "admin.internal" }))                     // want `^GET /host: unguarded none$`
	mux.HandleFunc("GET /header", asks(func(r *http.Request) bool { return r.Header.Get("X-Internal") == "true" }))         // want `^GET /header: unguarded none$`
	mux.HandleFunc("GET /query", asks(func(r *http.Request) bool { return r.URL.Query().Get("debug") == "1" }))             // want `^GET /query: unguarded none$`
	mux.HandleFunc("GET /key", asks(func(r *http.Request) bool { return r.Header.Get("X-Internal") == os.Getenv("KEY") }))  // want `^GET /key: guarded authn `
	mux.HandleFunc("GET /word", asks(func(r *http.Request) bool { return r.Header.Get("Authorization") == "open sesame" })) // want `^GET /word: guarded authn `
	mux.HandleFunc("GET /cookie", cookie)                                                                                   // want `^GET /cookie: unguarded none$`
	mux.HandleFunc("POST /body", body)                                                                                      // want `^POST /body: unguarded none$`
	mux.HandleFunc("POST /password", password)                                                                              // want `^POST /password: guarded authn `
	mux.HandleFunc("GET /equal", compared(1))                                                                               // want `^GET /equal: unguarded none$`
	mux.HandleFunc("GET /other", compared(0))                                                                               // want `^GET /other: guarded authn `
	http.ListenAndServe("", mux)
}

func refuse(w http.ResponseWriter) { http.Error(w, "no", http.StatusUnauthorized) }

func asks(may func(*http.Request) bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !may(r) {
			refuse(w)
			return
		}
		w.Write([]byte("done"))
	}
}

func cookie(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("logged_in")
	if err != nil || c.Value != "1" {
		refuse(w)
		return
	}
	w.Write([]byte("done"))
}

type sent struct {
	Admin    bool
	Password string
}

func body(w http.ResponseWriter, r *http.Request) {
	var in sent
	if json.NewDecoder(r.Body).Decode(&in) != nil {
		http.Error(w, "what?", http.StatusBadRequest)
		return
	}
	if !in.Admin {
		refuse(w)
		return
	}
	w.Write([]byte("done"))
}

func password(w http.ResponseWriter, r *http.Request) {
	var in sent
	if json.NewDecoder(r.Body).Decode(&in) != nil {
		http.Error(w, "what?", http.StatusBadRequest)
		return
	}
	if in.Password != os.Getenv("PASSWORD") {
		refuse(w)
		return
	}
	w.Write([]byte("done"))
}

// compared refuses for what the comparison says: whose key is the same, or whose is another one.
func compared(refused int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-API-Key")), []byte(os.Getenv("KEY"))) == refused {
			refuse(w)
			return
		}
		w.Write([]byte("done"))
	}
}
