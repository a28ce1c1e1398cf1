// What stands in a token counts where somebody has asked who signed it.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"
)

type claims struct{ Sub, Role string }

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /any", with(func(token string) bool { _, ok := said(token); return ok }))      // want `^PUT /any: unguarded none$`
	mux.HandleFunc("PUT /role", with(func(token string) bool { return isAdmin(said(token)) }))         // want `^PUT /role: unguarded none$`
	mux.HandleFunc("PUT /signed", with(func(token string) bool { _, ok := signed(token); return ok })) // want `^PUT /signed: guarded authn with\[\]\[403\]$`
	mux.HandleFunc("PUT /basic", with(byPassword))                                                     // want `^PUT /basic: guarded authn with\[\]\[403\]$`
	http.ListenAndServe("", mux)
}

func with(check func(token string) bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !check(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		w.Write([]byte("done"))
	}
}

func isAdmin(c *claims, ok bool) bool { return ok && c.Role == "admin" }

// said is what the token says.
func said(token string) (*claims, bool) {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return nil, false
	}
	text, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return nil, false
	}
	c := &claims{}
	return c, json.Unmarshal(text, c) == nil
}

// signed is that of a token that the program has made.
func signed(token string) (*claims, bool) {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return nil, false
	}
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil {
		return nil, false
	}
	mac := hmac.New(sha256.New, []byte("key"))
	mac.Write([]byte(parts[0] + "." + parts[1]))
	if !hmac.Equal(signature, mac.Sum(nil)) {
		return nil, false
	}
	return said(token)
}

var passwords = map[string]string{}

func byPassword(token string) bool {
	text, err := base64.StdEncoding.DecodeString(token)
	if err != nil {
		return false
	}
	name, password, ok := strings.Cut(string(text), ":")
	return ok && password != "" && passwords[name] == password
}
