package app

import (
	"net/http"

	"github.com/gorilla/sessions"
	"github.com/markbates/goth/gothic"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

func init() { gothic.Store = sessions.NewCookieStore([]byte("secret")) }

// signIn has what stands behind a login with somebody else's account: a session, which
// is no guard unless a handler asks what is in it.
func signIn(mux *http.ServeMux) {
	mux.HandleFunc("GET /goth/open", func(w http.ResponseWriter, r *http.Request) { // planted fault
		name, _ := gothic.GetFromSession("user", r)
		w.Header().Set("X-Name", name)
		auth.Done(w, r)
	})
	mux.HandleFunc("GET /goth/known", func(w http.ResponseWriter, r *http.Request) {
		if name, err := gothic.GetFromSession("user", r); err != nil || name == "" {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		auth.Done(w, r)
	})
	mux.Handle("GET /goth/page", signedIn(http.HandlerFunc(auth.Done)))
}

// signedIn sends those who are not to the login.
func signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := gothic.GetFromSession("user", r); err != nil {
			http.Redirect(w, r, "/goth/login", http.StatusTemporaryRedirect)
			return
		}
		next.ServeHTTP(w, r)
	})
}
