// fmt.Sprint puts a space between operands when neither is a string.
package main

import (
	"fmt"
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc(fmt.Sprint("/range/", 1, "-", 2), ok)                       // want `^\* /range/1-2: unguarded none$`
	mux.HandleFunc("GET /"+fmt.Sprintf("%v", 1 == 1)+"/"+fmt.Sprint(true), ok) // want `^GET /true/true: unguarded none$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) {}
