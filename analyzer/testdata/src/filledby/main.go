// What registration asks of maps and lists that another package has filled, which is not read.
package main

import (
	"net/http"
	"os"

	"filledby/modes"
)

func ok(w http.ResponseWriter, r *http.Request) {}

func main() {
	set := modes.Set{}
	if err := set.Add(os.Getenv("MODE")); err != nil {
		panic(err)
	}
	if len(set) == 0 {
		panic("no mode")
	}
	http.HandleFunc("GET /always", ok) // want `^GET /always: unguarded none$`
	if set["server"] {
		http.HandleFunc("GET /server", ok) // want `^GET /server: unguarded none if set`
	}
	counts := map[string]int{}
	modes.Count(counts, os.Getenv("MODE"))
	if counts["server"] > 0 {
		http.HandleFunc("GET /counted", ok) // want `^GET /counted: unguarded none if counts`
	}
	list := make([]string, 2)
	modes.First(list, os.Getenv("MODE"))
	if list[0] != "" {
		http.HandleFunc("GET /first", ok) // want `^GET /first: unguarded none if list`
	}
	empty := map[string]int{}
	if len(empty) > 0 {
		http.HandleFunc("GET /never", ok)
	}
	http.ListenAndServe("", nil)
}
