package analyzer_test

import (
	"flag"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/guardvet/guardvet/analyzer"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// inventory says of every route of a command what the table says, where the route
// is registered.
var inventory = &analysis.Analyzer{
	Name:     "inventory",
	Doc:      "report the route table",
	Requires: []*analysis.Analyzer{analyzer.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		t := pass.ResultOf[analyzer.Analyzer].(*routes.Table)
		for _, r := range t.Routes {
			pass.Report(analysis.Diagnostic{Pos: lineOf(pass, r.Position), Message: describe(r)})
		}
		for _, i := range t.Incomplete {
			pass.Report(analysis.Diagnostic{Pos: lineOf(pass, i.Position), Message: "incomplete: " + i.Reason})
		}
		return nil, nil
	},
}

// describe spells a route: method, host and pattern, verdict, level, and the
// guards with what they demand and deny.
func describe(r *routes.Route) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s%s: %s %s", r.Method, r.Host, r.Pattern, r.Verdict, r.Level)
	for _, g := range r.Guards {
		name := g.Name[strings.LastIndexByte(g.Name, '.')+1:]
		fmt.Fprintf(&b, " %s%v%v", name, g.Demands, g.Denies)
	}
	if r.Condition != "" {
		fmt.Fprintf(&b, " if %s", r.Condition)
	}
	if why, ok := strings.CutPrefix(r.Reason, "guarded only if "); ok {
		fmt.Fprintf(&b, " only if %s", why)
	}
	return b.String()
}

// lineOf finds a place in the files of the package; what lies elsewhere is shown
// at the package clause.
func lineOf(pass *analysis.Pass, at routes.Position) token.Pos {
	for _, f := range pass.Files {
		if tf := pass.Fset.File(f.FileStart); tf.Name() == at.File {
			return tf.LineStart(at.Line)
		}
	}
	return pass.Files[0].Package
}

var only = flag.String("program", "", "analyse this program of testdata/src alone")

// TestPrograms analyses the programs of testdata/src: each is about one thing that
// registration code or a guard may be made of. They are analysed in one run, which
// reads the standard library once.
func TestPrograms(t *testing.T) {
	dirs, err := os.ReadDir(filepath.Join("testdata", "src"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range dirs {
		if *only == "" || *only == d.Name() {
			names = append(names, d.Name())
		}
	}
	if len(names) == 0 {
		t.Fatalf("no program %q in testdata/src", *only)
	}
	analysistest.Run(t, analysistest.TestData(), inventory, names...)
}
