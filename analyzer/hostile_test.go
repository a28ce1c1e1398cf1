package analyzer

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// The budget of one program, in steps of the two machines, and in routes. The first is the
// fuel of registration (evaluate.maxSteps) and what the last action before its end may cost.
const (
	mostRegistering = 20_500_000
	mostServing     = 1_000_000
	mostRoutes      = 10_000
)

// TestHostile analyses the programs of testdata/hostile, and those of [generated]: each asks
// for more than the analysis may give. It ends within the budget and without a panic, and
// either lists the route /end or says what it did not follow; with one processor
// and with several it says the same.
func TestHostile(t *testing.T) {
	programs := hostilePrograms(t)
	maps.Copy(programs, generated())
	std := standardImporter(t)
	for _, name := range slices.Sorted(maps.Keys(programs)) {
		t.Run(name, func(t *testing.T) {
			unit := lowerSource(t, std, name, programs[name])
			table := &routes.Table{Package: unit.Path}
			work := fillTable(table, unit)
			t.Logf("%d routes, %d incomplete, registration %d steps, serving %d", len(table.Routes), len(table.Incomplete), work.registering, work.serving)
			if work.registering > mostRegistering || work.serving > mostServing || len(table.Routes) > mostRoutes {
				t.Errorf("%d steps of registration, %d of serving, %d routes: more than is allowed", work.registering, work.serving, len(table.Routes))
			}
			for _, i := range table.Incomplete {
				if strings.Contains(i.Reason, "the analysis") || strings.Contains(i.Reason, "lowered") {
					t.Errorf("a panic: %s", i.Reason)
				}
			}
			listed := slices.ContainsFunc(table.Routes, func(r *routes.Route) bool { return r.Pattern == "/end" })
			if !listed && len(table.Incomplete) == 0 {
				t.Error("/end is not listed, and nothing is said to be incomplete")
			}
			if slices.Contains(silent, name) == (len(table.Incomplete) > 0) {
				t.Errorf("incomplete: %v", table.Incomplete)
			}
			if work.registering < mostServing { // what is cheap is done twice
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
				again := &routes.Table{Package: unit.Path}
				if fillTable(again, unit); encodeTable(again) != encodeTable(table) {
					t.Error("one processor gives another table than several")
				}
			}
		})
	}
}

// silent are the programs that are followed to their end.
var silent = []string{"groups", "paths", "jumps", "doubling", "patterns", "literal", "lines", "comments", "crlf", "chain", "routes"}

// generated are programs that are large and nothing else.
func generated() map[string]string {
	const head = "package main\n\nimport \"net/http\"\n\nfunc h(w http.ResponseWriter, r *http.Request) { w.WriteHeader(204) }\n\n"
	body := func(s string) string {
		return head + "func main() {\nmux := http.NewServeMux()\n" + s + "\nmux.HandleFunc(\"/end\", h)\nhttp.ListenAndServe(\":1\", mux)\n}\n"
	}
	var routes, lines strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&routes, "mux.HandleFunc(\"/api/v1/things%d/{id}\", h)\n", i)
	}
	lines.WriteString("n := 0\n")
	for range 10_000 {
		lines.WriteString("n++\n")
	}
	return map[string]string{
		"comments": body("//guardvet:public x\n" + strings.Repeat("_ = 0 //guardvet:public y\n", 20_000)),
		"routes":   body(routes.String()),
		"lines":    body(lines.String() + "_ = n"),
		"literal":  body("mux.HandleFunc(\"/\"+`" + strings.Repeat("0123456789", 1<<20) + "`, h)"),
		"crlf":     strings.ReplaceAll(body("mux.HandleFunc(`/a\n`, h)"), "\n", "\r\n"),
		"groups":   body("for range 200 {\nm := http.NewServeMux()\nm.Handle(\"/g/\", http.StripPrefix(\"/g\", mux))\nm.HandleFunc(\"/end\", h)\nmux = m\n}"),
		"chain": body("var c http.Handler = http.HandlerFunc(h)\nfor range 1000 {\nnext := c\nc = http.HandlerFunc(" +
			"func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })\n}\nmux.Handle(\"/chain\", c)"),
	}
}

// hostilePrograms are the sources by name, one file each.
func hostilePrograms(t *testing.T) map[string]string {
	archive, err := txtar.ParseFile(filepath.Join("testdata", "hostile", "programs.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range archive.Files {
		out[path.Dir(f.Name)] = string(f.Data)
	}
	return out
}

// standardImporter reads the export data of the standard library from the go command's cache.
func standardImporter(t testing.TB) func(*token.FileSet) types.Importer {
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", "net/http", "os", "strconv", "strings").Output()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if path, file, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			files[path] = file
		}
	}
	return func(fset *token.FileSet) types.Importer {
		return importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(files[path]) })
	}
}

// lowerSource lowers a command of one file.
func lowerSource(t testing.TB, std func(*token.FileSet) types.Importer, name, src string) *program.Unit {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name+".go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: std(fset), Sizes: types.SizesFor("gc", "amd64")}
	pkg, err := conf.Check("example.com/"+name, fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	unit := program.Lower(program.Input{
		Fset: fset, Files: []*ast.File{file}, Pkg: pkg, Info: info, Sizes: conf.Sizes,
		Interest: frameworks.Interest, Makes: frameworks.Makes, Main: true,
		Imports: func(string) *program.Unit { return nil },
	})
	decoded, err := program.Decode(unit.Encode()) // as it would travel
	if err != nil {
		t.Fatal(err)
	}
	return decoded
}
