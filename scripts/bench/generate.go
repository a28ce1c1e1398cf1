package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// writeModule writes a module of so many packages, of which some see HTTP: a program is
// mostly made of others. Each package imports one that comes before it, and main those that
// serve.
func writeModule(dir string, packages, serving int) error {
	files := map[string]string{"go.mod": "module example.com/large\n\ngo 1.26\n"}
	var imports, calls strings.Builder
	every := max(packages/max(serving, 1), 1)
	for i := range packages {
		name, src := fmt.Sprint("p", i), ""
		if i > 0 {
			src = fmt.Sprintf("import before \"example.com/large/p%d\"\n\nfunc Sum(list []int) int { return before.Value(list) + %d }\n", i/2, i)
		}
		src = "package " + name + "\n\n" + src + plain
		if i%every == every/2 && serving > 0 {
			serving--
			fmt.Fprintf(&imports, "\t\"example.com/large/%s\"\n", name)
			fmt.Fprintf(&calls, "\t%s.Routes(mux)\n", name)
			files[name+"/routes.go"] = fmt.Sprintf(routesSource, name, name)
		}
		files[name+"/"+name+".go"] = src
	}
	files["main.go"] = "package main\n\nimport (\n\t\"net/http\"\n\n" + imports.String() + ")\n\nfunc main() {\n\tmux := http.NewServeMux()\n" + calls.String() + "\thttp.ListenAndServe(\":1\", mux)\n}\n"
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// plain is what a package has that does not see HTTP.
const plain = `
type Pair struct {
	Key string
	N   int
}

// Value adds up what is positive.
func Value(list []int) int {
	sum := 0
	for _, n := range list {
		if n > 0 {
			sum += n
		}
	}
	return sum
}

// Count counts words.
func Count(words []string) []Pair {
	seen := map[string]int{}
	for _, w := range words {
		seen[w]++
	}
	var out []Pair
	for w, n := range seen {
		out = append(out, Pair{w, n})
	}
	return out
}
`

const routesSource = `package %s

import "net/http"

func auth(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "secret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

// Routes registers what the package serves.
func Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /%[2]s/items", auth(list))
	mux.HandleFunc("POST /%[2]s/items", auth(list))
}

func list(w http.ResponseWriter, r *http.Request) {
	for _, p := range Count(r.URL.Query()["word"]) {
		w.Write([]byte(p.Key))
	}
}
`
