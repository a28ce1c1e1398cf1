package analyzer

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// TestHostile analyses the programs of testdata/hostile and the generated ones: each asks for
// more than the analysis may give. It must end within a budget of steps, never fail,
// and say where it did not follow.
func TestHostile(t *testing.T) {
	programs := hostilePrograms(t)
	std := standardImporter(t)
	for name, src := range programs {
		t.Run(name, func(t *testing.T) {
			unit := lowerSource(t, std, name, src)
			table, work := tableAndWork(unit, nil)
			t.Logf("%d routes, %d incomplete, registration %d steps, serving %d", len(table.Routes), len(table.Incomplete), work.registering, work.serving)
			for _, i := range table.Incomplete {
				if strings.Contains(i.Reason, "the analysis") {
					t.Errorf("the analysis panicked: %s", i.Reason)
				}
			}
			_ = routes.Unguarded
		})
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
func standardImporter(t *testing.T) func(*token.FileSet) types.Importer {
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
func lowerSource(t *testing.T, std func(*token.FileSet) types.Importer, name, src string) *program.Unit {
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
		Interest: frameworks.Default.Interest, Makes: frameworks.Default.Makes, Main: true,
		Imports: func(string) *program.Unit { return nil },
	})
	decoded, err := program.Decode(unit.Encode()) // as it would travel
	if err != nil {
		t.Fatal(err)
	}
	return decoded
}
