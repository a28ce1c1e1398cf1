package app

import (
	"crypto/hmac"
	"crypto/subtle"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// compared has guards that compare a token in constant time, and some that refuse whoever has the right one, or nobody.
func compared(mux *http.ServeMux) {
	equal := func(r *http.Request, who string) int {
		return subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte("Bearer "+who))
	}
	known := func(r *http.Request) bool {
		return hmac.Equal([]byte(r.Header.Get("Authorization")), []byte("Bearer user"))
	}
	mux.HandleFunc("GET /compared/below", refusesIf(func(r *http.Request) bool { return equal(r, "user") < 1 && equal(r, "admin") <= 0 }))
	mux.HandleFunc("GET /compared/least", refusesIf(func(r *http.Request) bool { return equal(r, "user") < 0 }))
	mux.HandleFunc("GET /compared/never", refusesIf(func(r *http.Request) bool { return equal(r, "user") > 1 }))
	mux.HandleFunc("GET /compared/other", refusesIf(func(r *http.Request) bool { return !known(r) && equal(r, "admin") != 1 }))
	mux.HandleFunc("GET /compared/opposite", opposite)
	mux.HandleFunc("GET /compared/itself", refusesIf(func(r *http.Request) bool {
		sent := r.Header.Get("Authorization")
		return !hmac.Equal([]byte(sent), []byte(sent))
	}))
}

func refusesIf(wrong func(r *http.Request) bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if wrong(r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	}
}

// opposite refuses who has the right token, and nobody else.
func opposite(w http.ResponseWriter, r *http.Request) {
	if hmac.Equal([]byte(r.Header.Get("Authorization")), []byte("Bearer banned")) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}
