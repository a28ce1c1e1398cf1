// Public paths kept in a list, a map and a set; found by slices.Contains and by
// the map's index.
package main

import (
	"net/http"
	"path"
	"slices"
)

var (
	list = []string{"/news"}
	set  = map[string]bool{"/news": true}
	keys = map[string]struct{}{"/news": {}}
)

func main() {
	for _, s := range []struct {
		host string
		open func(string) bool
	}{{"list", inList}, {"set", inSet}, {"keys", inKeys}, {"ext", isText}} {
		mux := http.NewServeMux()
		mux.HandleFunc("GET "+s.host+"/orders", ok)    // want `^GET list/orders: guarded authn guard\[\]\[401\]$` `^GET set/orders: guarded authn guard\[\]\[401\]$` `^GET keys/orders: guarded authn guard\[\]\[401\]$` `^GET ext/orders: guarded authn guard\[\]\[401\]$`
		mux.HandleFunc("GET "+s.host+"/news", ok)      // want `^GET list/news: unguarded none$` `^GET set/news: unguarded none$` `^GET keys/news: unguarded none$` `^GET ext/news: guarded authn guard\[\]\[401\]$`
		mux.HandleFunc("GET "+s.host+"/notes.txt", ok) // want `^GET list/notes.txt: guarded authn guard\[\]\[401\]$` `^GET set/notes.txt: guarded authn guard\[\]\[401\]$` `^GET keys/notes.txt: guarded authn guard\[\]\[401\]$` `^GET ext/notes.txt: unguarded none$`
		go http.ListenAndServe(s.host, guard(s.open, mux))
	}
	select {}
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func inList(p string) bool { return slices.Contains(list, p) }

func inSet(p string) bool { return set[p] }

func inKeys(p string) bool {
	_, ok := keys[p]
	return ok
}

func isText(p string) bool { return path.Ext(p) == ".txt" }

func guard(open func(string) bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !open(r.URL.Path) && r.Header.Get("Authorization") != "Bearer t1" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
