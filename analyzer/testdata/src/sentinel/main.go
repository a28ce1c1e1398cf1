// Errors that variables hold, of this package and of one that is not read, tell
// what the check says.
package main

import (
	"errors"
	"net/http"
)

var (
	errNobody    = errors.New("nobody")
	errForbidden = errors.New("forbidden")
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /forgotten", forgotten) // want `^GET /forgotten: unguarded none$`
	mux.HandleFunc("GET /compared", compared)   // want `^GET /compared: unguarded none$`
	mux.HandleFunc("GET /nobody", nobody)       // want `^GET /nobody: guarded authn nobody\[\]\[401\]$`
	mux.HandleFunc("GET /library", library)     // want `^GET /library: guarded authn library\[\]\[401\]$`
	mux.HandleFunc("GET /fresh", fresh)         // want `^GET /fresh: unguarded none$`
	http.ListenAndServe("", mux)
}

func check(r *http.Request) error {
	if r.Header.Get("Authorization") != "secret" {
		return errNobody
	}
	return nil
}

func forgotten(w http.ResponseWriter, r *http.Request) {
	if errors.Is(check(r), errForbidden) {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	w.Write([]byte("done"))
}

func compared(w http.ResponseWriter, r *http.Request) {
	if err := check(r); err == errForbidden {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	w.Write([]byte("done"))
}

func nobody(w http.ResponseWriter, r *http.Request) {
	if errors.Is(check(r), errNobody) {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("done"))
}

func library(w http.ResponseWriter, r *http.Request) {
	if err := checkCookie(r); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	w.Write([]byte("done"))
}

func checkCookie(r *http.Request) error {
	if c, _ := r.Cookie("session"); c == nil || c.Value != "secret" {
		return http.ErrNoCookie
	}
	return nil
}

func fresh(w http.ResponseWriter, r *http.Request) {
	if err := checkFresh(r); errors.Is(err, errNobody) {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("done"))
}

func checkFresh(r *http.Request) error {
	if r.Header.Get("Authorization") != "secret" {
		return errors.New("nobody")
	}
	return nil
}
