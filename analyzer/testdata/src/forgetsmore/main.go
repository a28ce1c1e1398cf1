// A guard that answers 401 and goes on, around handlers that answer in all the
// ways there are, or do not answer at all.
package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

var db *sql.DB

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /plain/json", plain(encode))     // want `^GET /plain/json: unguarded none$`
	mux.Handle("GET /plain/print", plain(print))     // want `^GET /plain/print: unguarded none$`
	mux.Handle("GET /plain/copy", plain(copyAll))    // want `^GET /plain/copy: unguarded none$`
	mux.Handle("GET /plain/file", plain(file))       // want `^GET /plain/file: unguarded none$`
	mux.Handle("DELETE /plain/row", plain(remove))   // want `^DELETE /plain/row: unguarded none$`
	mux.Handle("GET /body/json", withBody(encode))   // want `^GET /body/json: unguarded none$`
	mux.Handle("DELETE /body/row", withBody(remove)) // want `^DELETE /body/row: unguarded none$`
	mux.HandleFunc("GET /inside", inside)            // want `^GET /inside: unguarded none$`
	http.ListenAndServe("", mux)
}

func known(r *http.Request) bool { return r.Header.Get("Authorization") == "Bearer t1" }

func plain(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !known(r) {
			w.WriteHeader(http.StatusUnauthorized)
		}
		next(w, r)
	})
}

func withBody(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !known(r) {
			w.WriteHeader(http.StatusUnauthorized)
			fmt.Fprintln(w, "who are you?")
		}
		next(w, r)
	})
}

func encode(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode([]string{"a"}) }

func print(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "done") }

func copyAll(w http.ResponseWriter, r *http.Request) { io.Copy(w, r.Body) }

func file(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "orders.csv") }

func remove(w http.ResponseWriter, r *http.Request) { db.Exec("DELETE FROM orders") }

// inside tells everybody what it has to tell; the status alone differs.
func inside(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		w.WriteHeader(http.StatusUnauthorized)
	}
	w.Write([]byte("all orders"))
}
