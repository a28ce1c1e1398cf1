package analyzer

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// growths are ways in which an application grows, each with the source of one of size n
// and the routes that it has then.
var growths = []struct {
	name   string
	source func(n int) string
	routes func(n int) int
	short  [2]int // sizes for the test
	long   []int  // and for the benchmark
}{
	{"routes", manyRoutes, func(n int) int { return n }, [2]int{200, 400}, []int{100, 1_000, 10_000, 100_000}},
	{"groups", deepGroups, func(n int) int { return n }, [2]int{50, 100}, []int{25, 50, 100, 200}},
	{"middleware", longChain, func(int) int { return 10 }, [2]int{100, 200}, []int{125, 250, 500, 1_000}},
}

const growthHead = `package main

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "secret" {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func find(id string) (string, error) { return id, nil }
`

// handlerSource is a handler as there are most: it asks for something, and answers with it
// or says that it is not there.
func handlerSource(name string) string {
	return "func " + name + `(w http.ResponseWriter, r *http.Request) {
	v, err := find(r.URL.Query().Get("id"))
	if err != nil {
		http.Error(w, "not found", 404)
		return
	}
	w.Write([]byte(v))
}
`
}

// manyRoutes is an application of n routes, a handler each, in functions of 100; every
// other function asks for authentication.
func manyRoutes(n int) string {
	var b strings.Builder
	b.WriteString(growthHead + "\nfunc main() {\n\tr := chi.NewRouter()\n")
	for f := range (n + 99) / 100 {
		fmt.Fprintf(&b, "\tr.Route(\"/part%d\", routes%d)\n", f, f)
	}
	b.WriteString("\thttp.ListenAndServe(\":1\", r)\n}\n")
	for f := range (n + 99) / 100 {
		fmt.Fprintf(&b, "\nfunc routes%d(r chi.Router) {\n", f)
		if f%2 == 0 {
			b.WriteString("\tr.Use(auth)\n")
		}
		for i := f * 100; i < min(n, f*100+100); i++ {
			fmt.Fprintf(&b, "\tr.Get(\"/things%d/{id}\", h%d)\n", i, i)
		}
		b.WriteString("}\n")
	}
	for i := range n {
		b.WriteString(handlerSource(fmt.Sprint("h", i)))
	}
	return b.String()
}

// deepGroups is an application of n groups in one another, with a route each.
func deepGroups(n int) string {
	var b strings.Builder
	b.WriteString(growthHead + handlerSource("h") + "\nfunc main() {\n\tr := chi.NewRouter()\n")
	for range n {
		b.WriteString("r.Route(\"/g\", func(r chi.Router) {\nr.Get(\"/h\", h)\n")
	}
	b.WriteString("r.Use(auth)\n" + strings.Repeat("})\n", n) + "\thttp.ListenAndServe(\":1\", r)\n}\n")
	return b.String()
}

// longChain is an application of 10 routes behind n middleware, a function each.
func longChain(n int) string {
	var b strings.Builder
	b.WriteString(growthHead + handlerSource("h") + "\nfunc main() {\n\tr := chi.NewRouter()\n")
	for i := range n {
		fmt.Fprintf(&b, "\tr.Use(step%d)\n", i)
	}
	for i := range 10 {
		fmt.Fprintf(&b, "\tr.Get(\"/things%d\", h)\n", i)
	}
	b.WriteString("\thttp.ListenAndServe(\":1\", r)\n}\n")
	for i := range n {
		b.WriteString(strings.Replace(`
func stepN(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}
`, "N", fmt.Sprint(i), 1))
	}
	return b.String()
}

// chiStub declares as much of chi as the applications use; what it does is in the tables.
const chiStub = `package chi

import "net/http"

type Router interface {
	http.Handler
	Use(...func(http.Handler) http.Handler)
	Get(string, http.HandlerFunc)
	Route(string, func(Router)) Router
}

type Mux struct{}

func NewRouter() *Mux                                     { return nil }
func (*Mux) ServeHTTP(http.ResponseWriter, *http.Request) {}
func (*Mux) Use(...func(http.Handler) http.Handler)       {}
func (*Mux) Get(string, http.HandlerFunc)                 {}
func (*Mux) Route(string, func(Router)) Router            { return nil }
`

// withChi is an importer that has the stub besides.
func withChi(std func(*token.FileSet) types.Importer) func(*token.FileSet) types.Importer {
	return func(fset *token.FileSet) types.Importer {
		base := std(fset)
		return importFunc(func(path string) (*types.Package, error) {
			if path != "github.com/go-chi/chi/v5" {
				return base.Import(path)
			}
			file, err := parser.ParseFile(fset, "chi.go", chiStub, parser.SkipObjectResolution)
			if err != nil {
				return nil, err
			}
			return (&types.Config{Importer: base}).Check(path, fset, []*ast.File{file}, nil)
		})
	}
}

type importFunc func(path string) (*types.Package, error)

func (f importFunc) Import(path string) (*types.Package, error) { return f(path) }

// TestGrowth requires that what the machines do grows as the application does: twice the
// routes, groups or middleware is at most little more than twice the work.
func TestGrowth(t *testing.T) {
	std := withChi(standardImporter(t))
	for _, g := range growths {
		var was, is work
		for i, n := range g.short {
			table := &routes.Table{}
			w := fillTable(table, lowerSource(t, std, g.name, g.source(n)))
			if len(table.Routes) != g.routes(n) || len(table.Incomplete) > 0 {
				t.Fatalf("%s %d: %d routes, incomplete: %v", g.name, n, len(table.Routes), table.Incomplete)
			}
			if was, is = is, w; i == 0 {
				continue
			}
			t.Logf("%s: from %d to %d, registration takes %d and %d steps, serving %d and %d", g.name, g.short[0], n, was.registering, is.registering, was.serving, is.serving)
			if 10*is.registering > 21*was.registering || 10*is.serving > 21*was.serving {
				t.Errorf("%s: more than twice the work", g.name)
			}
		}
	}
}
