// Program introspection asks another server whose a token is (RFC 7662): by a form, by a header of a request that it
// makes, by the address; and reads the answer with a decoder or as a whole.
package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
)

type answer struct {
	Active bool   `json:"active"`
	Role   string `json:"role"`
}

func byForm(token string) (a answer, err error) {
	resp, err := http.PostForm(os.Getenv("ISSUER"), url.Values{"token": {token}})
	if err != nil {
		return a, err
	}
	defer resp.Body.Close()
	return a, json.NewDecoder(resp.Body).Decode(&a)
}

func byHeader(token string) (a answer, err error) {
	req, err := http.NewRequest("GET", os.Getenv("ISSUER"), nil)
	if err != nil {
		return a, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return a, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return a, err
	}
	return a, json.Unmarshal(text, &a)
}

// forNobody asks nothing about the token.
func forNobody(string) (a answer, err error) {
	resp, err := http.Get(os.Getenv("ISSUER"))
	if err != nil {
		return a, err
	}
	defer resp.Body.Close()
	return a, json.NewDecoder(resp.Body).Decode(&a)
}

func guard(ask func(string) (answer, error), role string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		a, err := ask(r.Header.Get("Authorization"))
		if err != nil {
			http.Error(w, "nobody answers", http.StatusBadGateway)
			return
		}
		if !a.Active || role != "" && a.Role != role {
			http.Error(w, "you may not", http.StatusForbidden)
			return
		}
		w.Write([]byte("answer"))
	}
}

func main() {
	http.HandleFunc("GET /form", guard(byForm, ""))          // want `^GET /form: guarded auth`
	http.HandleFunc("GET /header", guard(byHeader, ""))      // want `^GET /header: guarded auth`
	http.HandleFunc("GET /admin", guard(byForm, "admin"))    // want `^GET /admin: guarded authz .*admin`
	http.HandleFunc("GET /admins", guard(byHeader, "admin")) // want `^GET /admins: guarded authz .*admin`
	http.HandleFunc("GET /nobody", guard(forNobody, ""))     // want `^GET /nobody: unguarded none`
	http.ListenAndServe(":80", nil)
}
