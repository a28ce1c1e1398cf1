package app

import (
	"crypto/subtle"
	"net/http"

	"github.com/gorilla/sessions"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// visits keeps what a browser has been told: a token against forgery, and who has logged in.
var visits = sessions.NewCookieStore([]byte("0123456789abcdef0123456789abcdef"))

// pageTokens look whether a form comes from a page of the application. Whoever asks for the page has the token.
func pageTokens(m *http.ServeMux) {
	//guardvet:public the page is there for everybody
	m.HandleFunc("GET /tokens/page", tokenPage)
	m.HandleFunc("POST /tokens/compared", tokenCompared)             // want unguarded
	m.HandleFunc("POST /tokens/constant", tokenConstant)             // want unguarded
	m.HandleFunc("POST /tokens/header", tokenHeader)                 // want bypass
	m.HandleFunc("GET /tokens/state", tokenState)                    // want unguarded
	m.HandleFunc("POST /tokens/known", tokenKnown(auth.Done))        // fine unguarded
	m.HandleFunc("POST /tokens/known/none", tokenKnown(tokenHeader)) // fine unguarded
}

func visitOf(r *http.Request, name string) string {
	s, _ := visits.Get(r, "visit")
	text, _ := s.Values[name].(string)
	return text
}

func tokenPage(w http.ResponseWriter, r *http.Request) {
	s, _ := visits.Get(r, "visit")
	s.Values["csrf"], s.Values["state"] = "a token", "a state"
	if _, err := auth.Authenticate(r); err == nil {
		s.Values["user"] = "somebody"
	}
	_ = s.Save(r, w)
}

func tokenCompared(w http.ResponseWriter, r *http.Request) {
	token := visitOf(r, "csrf")
	if token == "" || r.FormValue("csrf") != token {
		http.Error(w, "the page is too old", http.StatusForbidden)
		return
	}
	auth.Done(w, r)
}

func tokenConstant(w http.ResponseWriter, r *http.Request) {
	token := visitOf(r, "csrf")
	if token == "" || subtle.ConstantTimeCompare([]byte(token), []byte(r.FormValue("csrf"))) != 1 {
		http.Error(w, "the page is too old", http.StatusForbidden)
		return
	}
	auth.Done(w, r)
}

func tokenHeader(w http.ResponseWriter, r *http.Request) {
	token := visitOf(r, "csrf")
	if token == "" {
		http.Error(w, "the page is too old", http.StatusForbidden)
		return
	}
	if r.Header.Get("X-CSRF-Token") != token {
		http.Error(w, "the page is another one", http.StatusForbidden)
		return
	}
	auth.Done(w, r)
}

// tokenState is where another application sends back whoever has logged in there.
func tokenState(w http.ResponseWriter, r *http.Request) {
	state := visitOf(r, "state")
	if state == "" || r.URL.Query().Get("state") != state {
		http.Error(w, "nobody has set out from here", http.StatusBadRequest)
		return
	}
	auth.Done(w, r)
}

// tokenKnown asks who has logged in.
func tokenKnown(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if visitOf(r, "user") == "" {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}
