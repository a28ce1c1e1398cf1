// Handlers that write a refusal: some stop, some do their work all the same, and
// some do something for every request at the end.
package main

import (
	"database/sql"
	"log"
	"net/http"
)

var db *sql.DB

func main() {
	http.HandleFunc("DELETE /forgets", forgets)   // want `^DELETE /forgets: unguarded none$`
	http.HandleFunc("GET /tells", tells)          // want `^GET /tells: unguarded none$`
	http.HandleFunc("DELETE /stops", stops)       // want `^DELETE /stops: guarded authn stops\[\]\[401\]$`
	http.HandleFunc("DELETE /audits", audits)     // want `^DELETE /audits: guarded authn audits\[\]\[401\]$`
	http.HandleFunc("GET /renders", renders)      // want `^GET /renders: guarded authn renders\[\]\[401\]$`
	http.HandleFunc("DELETE /deferred", deferred) // want `^DELETE /deferred: guarded authn deferred\[\]\[401\]$`
	http.ListenAndServe("", nil)
}

func known(r *http.Request) bool { return r.Header.Get("Authorization") == "Bearer t1" }

func forgets(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		http.Error(w, "who are you?", http.StatusUnauthorized)
	}
	db.Exec("DELETE FROM orders")
}

func tells(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		w.WriteHeader(http.StatusUnauthorized)
	}
	w.Write([]byte("all orders"))
}

func stops(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		log.Println("somebody came")
		return
	}
	db.Exec("DELETE FROM orders")
	log.Println("somebody came")
}

func audits(w http.ResponseWriter, r *http.Request) {
	if known(r) {
		db.Exec("DELETE FROM orders")
	} else {
		w.WriteHeader(http.StatusUnauthorized)
	}
	db.Exec("INSERT INTO audit DEFAULT VALUES")
}

func renders(w http.ResponseWriter, r *http.Request) {
	body := "all orders"
	if !known(r) {
		w.WriteHeader(http.StatusUnauthorized)
		body = "who are you?"
	}
	w.Write([]byte(body))
}

func deferred(w http.ResponseWriter, r *http.Request) {
	defer db.Exec("INSERT INTO audit DEFAULT VALUES")
	if !known(r) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	db.Exec("DELETE FROM orders")
}
