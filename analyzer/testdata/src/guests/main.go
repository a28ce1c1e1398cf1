// The other way round: pages for those who are not signed in refuse those who are.
package main

import "net/http"

var sessions = map[string]*struct{ name string }{}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /welcome", guestsOnly(http.HandlerFunc(ok))) // want `^GET /welcome: unguarded none$`
	mux.Handle("POST /invite", notTwice(http.HandlerFunc(ok)))   // want `^POST /invite: unguarded none$`
	mux.Handle("GET /offers", wrongWay(http.HandlerFunc(ok)))    // want `^GET /offers: unguarded none$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func guestsOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("session"); err == nil && sessions[c.Value] != nil {
			http.Redirect(w, r, "/home", http.StatusSeeOther)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func notTwice(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if sessions[r.Header.Get("Authorization")] != nil {
			http.Error(w, "you are a member already", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// wrongWay has its condition the wrong way round.
func wrongWay(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, known := sessions[r.Header.Get("Authorization")]; known {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
