// What a route asks for is looked up by its method, and then by its path. What is not in the
// table is open below /open, and for nobody below /closed: such a route is none.
package main

import "net/http"

var roles = map[string]map[string]string{
	http.MethodGet:  {"/open/orders": "auditor", "/closed/orders": "auditor"},
	http.MethodPost: {"/open/orders": "editor", "/closed/orders": "editor"},
}

type user struct{ role string }

var users = map[string]*user{"Bearer a": {"auditor"}, "Bearer e": {"editor"}}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /open/orders", orOpen(ok))     // want `^GET /open/orders: guarded authz orOpen\[auditor\]\[401 403\]$`
	mux.HandleFunc("POST /open/orders", orOpen(ok))    // want `^POST /open/orders: guarded authz orOpen\[editor\]\[401 403\]$`
	mux.HandleFunc("DELETE /open/orders", orOpen(ok))  // want `^DELETE /open/orders: unguarded none$`
	mux.HandleFunc("GET /open/others", orOpen(ok))     // want `^GET /open/others: unguarded none$`
	mux.HandleFunc("GET /closed/orders", orNobody(ok)) // want `^GET /closed/orders: guarded authz orNobody\[auditor\]\[401 403\]$`
	mux.HandleFunc("DELETE /closed/orders", orNobody(ok))
	mux.HandleFunc("GET /closed/others", orNobody(ok))
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func orOpen(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		role, ok := roles[r.Method][r.URL.Path]
		if !ok {
			next(w, r)
			return
		}
		u := users[r.Header.Get("Authorization")]
		if u == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		if u.role != role {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		next(w, r)
	}
}

// orNobody asks who it is first: those it does not know are answered 401, and all others 403.
func orNobody(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u := users[r.Header.Get("Authorization")]
		if u == nil {
			http.Error(w, "log in", http.StatusUnauthorized)
			return
		}
		role, ok := roles[r.Method][r.URL.Path]
		if !ok || u.role != role {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		next(w, r)
	}
}
