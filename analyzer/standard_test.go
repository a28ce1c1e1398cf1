package analyzer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestIsStandard(t *testing.T) {
	for _, test := range []struct {
		path, file string
		module     *analysis.Module
		want       bool
	}{
		{"net/http", "/usr/local/go/src/net/http/server.go", nil, true},
		{"net/http", "/usr/local/go/src/net/http/server.go", &analysis.Module{}, true},
		{"vendor/golang.org/x/net/idna", "/usr/local/go/src/vendor/golang.org/x/net/idna/idna.go", nil, true},
		{"net/http", "src/net/http/server.go", nil, true},
		{"cmd/server", "cmd/server/main.go", nil, false}, // as nogo names a package of the program
		{"internal/api", "/home/me/src/shop/internal/api/api.go", nil, false},
		{"example.com/shop", "main.go", nil, false},
		{"net/http", "http/a.go", &analysis.Module{Path: "net"}, false},
	} {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, test.file, "package p", 0)
		if err != nil {
			t.Fatal(err)
		}
		pass := &analysis.Pass{Fset: fset, Files: []*ast.File{f}, Pkg: types.NewPackage(test.path, "p"), Module: test.module}
		if got := isStandard(pass); got != test.want {
			t.Errorf("%s in %s: %t, want %t", test.path, test.file, got, test.want)
		}
	}
}
