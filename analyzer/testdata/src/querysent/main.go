// Program querysent asks whether the query has a token or a signature, and looks at it, or does not.
package main

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"example.org/tokens"
)

func unknown(w http.ResponseWriter) { http.Error(w, "who are you", http.StatusUnauthorized) }

func answer(w http.ResponseWriter, r *http.Request) { w.Write([]byte("answer")) }

func sent(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("token") == "" {
			unknown(w)
			return
		}
		next(w, r)
	}
}

// signed asks how old an address is, too, which whoever writes the address says.
func signed(w http.ResponseWriter, r *http.Request) {
	expires, err := strconv.ParseInt(r.FormValue("expires"), 10, 64)
	if err != nil || time.Now().Unix() > expires || r.FormValue("sig") == "" {
		http.Error(w, "too old", http.StatusForbidden)
		return
	}
	answer(w, r)
}

func verified(w http.ResponseWriter, r *http.Request) {
	if _, err := tokens.Parse(r.URL.Query().Get("token")); err != nil {
		unknown(w)
		return
	}
	answer(w, r)
}

var check func(url.Values) error

// handed gives the whole query to a function that is not known.
func handed(w http.ResponseWriter, r *http.Request) {
	if err := check(r.URL.Query()); err != nil {
		http.Error(w, "what?", http.StatusBadRequest)
		return
	}
	answer(w, r)
}

func main() {
	http.HandleFunc("GET /sent", sent(answer))       // want `^GET /sent: unguarded none`
	http.HandleFunc("GET /signed", signed)           // want `^GET /signed: unguarded none`
	http.HandleFunc("GET /verified", sent(verified)) // want `^GET /verified: guarded authn`
	http.HandleFunc("GET /handed", sent(handed))     // want `^GET /handed: guarded authn`
	http.ListenAndServe(":80", nil)
}
