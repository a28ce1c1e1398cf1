package analyzer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// FuzzComments analyses a program with any comment at the three places that are looked
// at: above a function, above a registration, behind one.
func FuzzComments(f *testing.F) {
	for _, s := range []string{
		"//guardvet:public probes", "//guardvet:guard authz admin", "//guardvet:ignore unguarded known", "//guardvet:guard", "//guardvet:\x00",
		"// @Security ApiKeyAuth[read]\n// @Router /end/{id} [delete]", "/*\n@Router /end\n*/", "//line /etc/passwd:1000000000", "//go:build never",
	} {
		f.Add(s)
	}
	std := standardImporter(f)
	f.Fuzz(func(t *testing.T, comment string) {
		src := "package main\n\nimport \"net/http\"\n\n" + comment + "\nfunc h(w http.ResponseWriter, r *http.Request) {}\n\n" +
			"func main() {\n" + comment + "\nhttp.HandleFunc(\"/end\", h) " + comment + "\nhttp.ListenAndServe(\":1\", nil)\n}\n"
		if !onlyComments(src) {
			t.Skip("not a comment")
		}
		unit := lowerSource(t, std, "main", src)
		table := &routes.Table{Package: unit.Path}
		fillTable(table, unit)
		if len(table.Routes) == 0 && len(table.Incomplete) == 0 {
			t.Error("/end is not listed, and nothing is said to be incomplete")
		}
	})
}

// onlyComments reports whether a source is still that of FuzzComments: two functions, and
// two calls in the second.
func onlyComments(src string) bool {
	file, err := parser.ParseFile(token.NewFileSet(), "main.go", src, parser.SkipObjectResolution)
	if err != nil || len(file.Decls) != 3 {
		return false
	}
	main, ok := file.Decls[2].(*ast.FuncDecl)
	return ok && len(main.Body.List) == 2
}
