// That a connection is encrypted proves nothing of who is there; a certificate does.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /encrypted", encrypted(http.HandlerFunc(ok)))   // want `^GET /encrypted: unguarded none$`
	mux.Handle("GET /certified", certified(http.HandlerFunc(ok)))   // want `^GET /certified: guarded authn certified\[\]\[401\]$`
	mux.Handle("GET /verified", verified(http.HandlerFunc(ok)))     // want `^GET /verified: guarded authn verified\[\]\[401\]$`
	mux.Handle("GET /redirected", redirected(http.HandlerFunc(ok))) // want `^GET /redirected: unguarded none$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func encrypted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.TLS == nil {
			http.Error(w, "only by HTTPS", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func certified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.TLS == nil || len(r.TLS.PeerCertificates) == 0 {
			http.Error(w, "no certificate", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func verified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if state := r.TLS; state != nil && len(state.VerifiedChains) > 0 {
			next.ServeHTTP(w, r)
			return
		}
		w.WriteHeader(http.StatusUnauthorized)
	})
}

func redirected(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.TLS == nil {
			http.Redirect(w, r, "https://"+r.Host+r.URL.String(), http.StatusPermanentRedirect)
			return
		}
		next.ServeHTTP(w, r)
	})
}
