package nogo

import (
	"encoding/gob"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"runtime"

	"golang.org/x/tools/go/analysis"
)

// An action is what one process is told: to analyse one package, whose files are named
// relative to the working directory, with the export data and the facts of its imports
// in files. This is what nogo does (rules_go, go/tools/builders/nogo_main.go); its
// own code cannot be imported.
type action struct {
	Path   string
	Files  []string
	Export map[string]string // by import path, of whatever the compiler needs
	Facts  map[string]string // by import path, of direct imports
	Output string            // of this package's facts
	Flags  map[string]string // analyzer_flags of the configuration
}

// An outcome is what the process prints.
type outcome struct {
	Diagnostics []string
	Error       string
}

// work carries out the action in a file.
func work(file string) {
	var o outcome
	diagnostics, err := analyse(file)
	if o.Diagnostics = diagnostics; err != nil {
		o.Error = err.Error()
	}
	json.NewEncoder(os.Stdout).Encode(o)
}

func analyse(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var a action
	if err := json.Unmarshal(data, &a); err != nil {
		return nil, err
	}
	for name, value := range a.Flags {
		if err := Analyzer.Flags.Set(name, value); err != nil {
			return nil, err
		}
	}
	fset := token.NewFileSet()
	pass, err := a.load(fset)
	if err != nil {
		return nil, err
	}
	var out []string
	pass.Report = func(d analysis.Diagnostic) {
		out = append(out, fmt.Sprintf("%s: %s", fset.Position(d.Pos), d.Message))
	}
	facts, err := a.facts(pass)
	if err != nil {
		return nil, err
	}
	if err := run(Analyzer, pass, map[*analysis.Analyzer]any{}); err != nil {
		return nil, err
	}
	return out, write(a.Output, *facts)
}

// load parses and type-checks the package.
func (a action) load(fset *token.FileSet) (*analysis.Pass, error) {
	var files []*ast.File
	for _, name := range a.Files {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, FileVersions: map[*ast.File]string{},
	}
	config := types.Config{
		Importer: importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(a.Export[path]) }),
		Sizes:    types.SizesFor("gc", runtime.GOARCH),
	}
	pkg, err := config.Check(a.Path, fset, files, info)
	if err != nil {
		return nil, err
	}
	return &analysis.Pass{Fset: fset, Files: files, Pkg: pkg, TypesInfo: info, TypesSizes: config.Sizes, ReadFile: os.ReadFile}, nil
}

// facts gives a pass the facts of its imports, and returns where those of the package
// itself go. guardvet has package facts only.
func (a action) facts(pass *analysis.Pass) (*[]analysis.Fact, error) {
	for _, x := range everything(Analyzer, nil) {
		for _, f := range x.FactTypes {
			gob.Register(f)
		}
	}
	imported := map[string][]analysis.Fact{}
	for path, name := range a.Facts {
		facts, err := read(name)
		if err != nil {
			return nil, err
		}
		imported[path] = facts
	}
	own := &[]analysis.Fact{}
	pass.ExportPackageFact = func(f analysis.Fact) { *own = append(*own, f) }
	pass.ImportPackageFact = func(pkg *types.Package, f analysis.Fact) bool {
		for _, have := range imported[pkg.Path()] {
			if fill(f, have) {
				return true
			}
		}
		return false
	}
	return own, nil
}

// run runs what an analyzer requires, and then itself. Only the diagnostics of the
// analyzer that was asked for count.
func run(a *analysis.Analyzer, pass *analysis.Pass, results map[*analysis.Analyzer]any) error {
	for _, r := range a.Requires {
		if _, done := results[r]; done {
			continue
		}
		own := *pass
		own.Report = func(analysis.Diagnostic) {}
		if err := run(r, &own, results); err != nil {
			return err
		}
	}
	own := *pass
	own.Analyzer, own.ResultOf = a, results
	result, err := a.Run(&own)
	results[a] = result
	return err
}

func everything(a *analysis.Analyzer, list []*analysis.Analyzer) []*analysis.Analyzer {
	for _, r := range a.Requires {
		list = everything(r, list)
	}
	return append(list, a)
}

func write(name string, facts []analysis.Fact) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return gob.NewEncoder(f).Encode(facts)
}

func read(name string) ([]analysis.Fact, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var facts []analysis.Fact
	return facts, gob.NewDecoder(f).Decode(&facts)
}
