// Pages that send whoever is not signed in to the login page.
package main

import (
	"net/http"
	"net/url"
)

var sessions = map[string]string{"s1": "ann"}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /inbox", signedIn(http.HandlerFunc(inbox))) // want `^GET /inbox: guarded authn signedIn\[\]\[30[23]\]$`
	mux.HandleFunc("GET /drafts", drafts)                       // want `^GET /drafts: guarded authn drafts\[\]\[30[23]\]$`
	mux.Handle("GET /news", canonical(http.HandlerFunc(inbox))) // want `^GET /news: unguarded none$`
	mux.Handle("GET /sent", forgets(http.HandlerFunc(inbox)))   // want `^GET /sent: unguarded none$`
	mux.HandleFunc("GET /login", inbox)                         // want `^GET /login: public none$`
	http.ListenAndServe("", mux)
}

func user(r *http.Request) string {
	c, err := r.Cookie("session")
	if err != nil {
		return ""
	}
	return sessions[c.Value]
}

func inbox(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func toLogin(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/login?next="+url.QueryEscape(r.URL.Path), http.StatusSeeOther)
}

func signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if user(r) == "" {
			toLogin(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func drafts(w http.ResponseWriter, r *http.Request) {
	name := user(r)
	if name == "" {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	w.Write([]byte(name))
}

// canonical sends to the right host, whoever asks.
func canonical(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host != "shop.example" {
			http.Redirect(w, r, "https://shop.example"+r.URL.Path, http.StatusMovedPermanently)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// forgets that a redirect does not end the function.
func forgets(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if user(r) == "" {
			toLogin(w, r)
		}
		next.ServeHTTP(w, r)
	})
}
