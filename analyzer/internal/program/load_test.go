package program

import (
	"bytes"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/txtar"
)

// standard finds the export data of the standard packages that tests import,
// once, in the go command's cache.
var standard = sync.OnceValues(func() (map[string]string, error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}",
		"net/http", "context", "errors", "fmt", "iter", "log", "slices", "strings", "sync", "time")
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if path, file, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			files[path] = file
		}
	}
	return files, nil
})

// A world is a set of packages made from an archive, each analysed as go vet
// does it: types of imports from export data, facts of direct imports only.
type world struct {
	t      *testing.T
	frames []string // import paths that count as frameworks
	fset   *token.FileSet
	units  map[string]*Unit
	std    types.Importer
	types  map[string]*types.Package // of the archive's packages
	inputs map[string]Input
}

// load reads an archive whose files are named importpath/file.go; packages come
// in the order in which they are to be analysed.
func load(t *testing.T, archive string, frameworks ...string) *world {
	t.Helper()
	std, err := standard()
	if err != nil {
		t.Fatal(err)
	}
	w := &world{
		t: t, frames: append(frameworks, "net/http"), fset: token.NewFileSet(),
		units: map[string]*Unit{}, types: map[string]*types.Package{}, inputs: map[string]Input{},
	}
	w.std = importer.ForCompiler(w.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(std[path]) })
	var order []string
	files := map[string][]txtar.File{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		path := f.Name[:strings.LastIndexByte(f.Name, '/')]
		if !slices.Contains(order, path) {
			order = append(order, path)
		}
		files[path] = append(files[path], f)
	}
	for _, path := range order {
		w.analyse(path, files[path])
	}
	return w
}

func (w *world) analyse(path string, files []txtar.File) {
	w.t.Helper()
	in := Input{
		Fset: w.fset, Sizes: types.SizesFor("gc", "amd64"), Main: true,
		Interest: func(path string) bool { return slices.Contains(w.frames, path) },
		Info: &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
			Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
			Scopes: map[ast.Node]*types.Scope{}, Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
		},
	}
	for _, f := range files {
		file, err := parser.ParseFile(w.fset, f.Name, f.Data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			w.t.Fatal(err)
		}
		in.Files = append(in.Files, file)
	}
	pkg, err := (&types.Config{Importer: w, Sizes: in.Sizes}).Check(path, w.fset, in.Files, in.Info)
	if err != nil {
		w.t.Fatal(err)
	}
	in.Pkg = pkg
	direct := map[string]bool{}
	for _, p := range pkg.Imports() {
		direct[p.Path()] = true
	}
	in.Imports = func(path string) *Unit {
		if !direct[path] {
			return nil // facts are not transitive under go vet
		}
		return w.units[path]
	}
	w.inputs[path] = in
	unit := Callers(in)
	if Relevant(in) {
		unit = Lower(in)
	}
	if unit != nil {
		u, err := Decode(unit.Encode())
		if err != nil {
			w.t.Fatal(err)
		}
		w.units[path] = u
	}
	var buf bytes.Buffer
	if err := gcexportdata.Write(&buf, w.fset, pkg); err != nil {
		w.t.Fatal(err)
	}
	deps := map[string]*types.Package{}
	var add func(p *types.Package)
	add = func(p *types.Package) {
		if deps[p.Path()] == nil {
			deps[p.Path()] = p
			for _, q := range p.Imports() {
				add(q)
			}
		}
	}
	for _, p := range pkg.Imports() {
		add(p)
	}
	if w.types[path], err = gcexportdata.Read(&buf, w.fset, deps, path); err != nil {
		w.t.Fatal(err)
	}
}

// Import gives the type checker a package analysed before.
func (w *world) Import(path string) (*types.Package, error) {
	if p := w.types[path]; p != nil {
		return p, nil
	}
	return w.std.Import(path)
}

// unit returns the unit of a package, which must have one.
func (w *world) unit(path string) *Unit {
	w.t.Helper()
	u := w.units[path]
	if u == nil {
		w.t.Fatalf("package %s was not lowered", path)
	}
	if len(u.Failed) > 0 {
		w.t.Errorf("%s: failed: %q", path, u.Failed)
	}
	return u
}

// names lists the symbols of a unit's functions.
func (u *Unit) names() []string {
	var out []string
	for _, f := range u.Funcs {
		out = append(out, f.Name)
	}
	return out
}
