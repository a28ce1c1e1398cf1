package app

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"net/http"

	"github.com/clerk/clerk-sdk-go/v2"
	clerkhttp "github.com/clerk/clerk-sdk-go/v2/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// SessionKey signs the tokens of clerk's sessions.
var SessionKey = newKey()

func newKey() *rsa.PrivateKey {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	return key
}

// clerkSessions are those of clerk: of its two kinds of middleware, one lets those pass who bring no token.
func clerkSessions(mux *http.ServeMux) {
	der, err := x509.MarshalPKIXPublicKey(&SessionKey.PublicKey)
	if err != nil {
		panic(err)
	}
	key := clerkhttp.JSONWebKey(string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})))
	done := http.HandlerFunc(auth.Done)
	require, with := clerkhttp.RequireHeaderAuthorization(key), clerkhttp.WithHeaderAuthorization(key)
	mux.Handle("GET /clerk/required", require(done))
	mux.Handle("GET /clerk/with", with(done)) // planted fault
	mux.Handle("GET /clerk/claimed", with(http.HandlerFunc(sessionClaimed)))
	mux.Handle("GET /clerk/admin", require(http.HandlerFunc(sessionAdmin)))
	mux.Handle("GET /clerk/subject", with(subject(done)))
}

func sessionClaimed(w http.ResponseWriter, r *http.Request) {
	if _, ok := clerk.SessionClaimsFromContext(r.Context()); !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}

func sessionAdmin(w http.ResponseWriter, r *http.Request) {
	claims, ok := clerk.SessionClaimsFromContext(r.Context())
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !claims.HasRole("org:admin") {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	auth.Done(w, r)
}

// subject is a middleware of the application's own behind clerk's.
func subject(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, ok := clerk.SessionClaimsFromContext(r.Context())
		if !ok || claims.Subject == "" {
			http.Redirect(w, r, "/login", http.StatusFound)
			return
		}
		next.ServeHTTP(w, r)
	})
}
