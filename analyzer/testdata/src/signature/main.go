// Webhooks: the body is signed with a shared secret.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"os"
)

func main() {
	secret := []byte(os.Getenv("SECRET"))
	mux := http.NewServeMux()
	mux.Handle("POST /hooks/orders", signed(secret, http.HandlerFunc(receive))) // want `^POST /hooks/orders: (guarded authn signed\[\]\[(401|401 400|400 401)\]|public .*)$`
	mux.HandleFunc("POST /hooks/bills", inHandler(secret))                      // want `^POST /hooks/bills: (guarded authn inHandler\[\]\[403( 400)?\]|public .*)$`
	mux.HandleFunc("POST /hooks/open", receive)                                 // want `^POST /hooks/open: unguarded none$`
	mux.Handle("POST /hooks/logged", logged(secret, http.HandlerFunc(receive))) // want `^POST /hooks/logged: unguarded none$`
	http.ListenAndServe("", mux)
}

func receive(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	w.Write(body)
}

func valid(secret, body []byte, signature string) bool {
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	got, err := hex.DecodeString(signature)
	return err == nil && hmac.Equal(got, mac.Sum(nil))
}

func signed(secret []byte, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if !valid(secret, body, r.Header.Get("X-Signature")) {
			http.Error(w, "bad signature", http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

func inHandler(secret []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if !valid(secret, body, r.Header.Get("X-Signature")) {
			http.Error(w, "bad signature", http.StatusForbidden)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	}
}

// logged compares, and believes everybody.
func logged(secret []byte, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if !valid(secret, body, r.Header.Get("X-Signature")) {
			w.Header().Set("X-Warning", "bad signature")
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}
