// A loop that is left early, on a longer way than that at its end: what comes after it is
// registered all the same.
package main

import (
	"net/http"
	"os"
	"strings"
)

type result struct {
	warnings []string
	err      error
}

type files struct {
	origins []string
	names   []string
}

func (f *files) read(name string) (string, error) {
	for _, o := range f.origins {
		if strings.HasPrefix(name, o) {
			return name, nil
		}
	}
	b, err := os.ReadFile(name)
	return string(b), err
}

func (f *files) load() result {
	var r result
	for i, name := range f.names {
		if len(name) > 80 && len(r.warnings) == 0 {
			r.warnings = append(r.warnings, name)
			continue
		}
		if len(name) > 3 && len(name) < 10 {
			text, err := f.read(name)
			if err != nil {
				r.err = err
				return r
			}
			f.names[i] = text
		}
	}
	return r
}

func main() {
	for _, list := range []string{"A", "B", "C", "D", "E", "F", "G", "H"} {
		f := &files{origins: []string{"a", "b"}, names: strings.Fields(os.Getenv(list))}
		if r := f.load(); r.err != nil {
			os.Exit(1)
		}
	}
	http.HandleFunc("GET /files", func(w http.ResponseWriter, r *http.Request) { w.Write(nil) }) // want `^GET /files: unguarded none$`
	http.ListenAndServe("", nil)
}
