// A pattern whose path is one of two: only the path is uncertain, the method is not; nor is what
// both paths end with.
package main

import (
	"net/http"
	"os"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+orDefault(os.Getenv("PRICES"), "/prices"), ok) // want `^GET .*: unguarded none$`
	mux.HandleFunc(base()+"api/ping", ok)                                // want `^\* \{\?\}api/ping: public none$`
	mux.HandleFunc(either("/echo/", "/echo/echo/"), ok)                  // want `^\* /echo/\{\?\}: unguarded none$`
	http.ListenAndServe("", mux)
}

func orDefault(s, def string) string {
	if s == "" {
		return def
	}
	return s
}

func base() string {
	path := "/"
	if at := os.Getenv("BASE"); at != "" {
		path = at
		if path[len(path)-1] != '/' {
			path += "/"
		}
	}
	return path
}

// either shares "/echo/" with itself at both ends, which is one time and not two.
func either(short, long string) string {
	if os.Getenv("LONG") != "" {
		return long
	}
	return short
}

func ok(w http.ResponseWriter, r *http.Request) {}
