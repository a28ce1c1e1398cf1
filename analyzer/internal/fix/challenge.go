package fix

import (
	"fmt"
	"go/ast"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// challenge puts a line before an answer that sets the header, by what the function that
// answers is given for that.
func (f *file) challenge(c rule.Challenge) []Edit {
	b, ok := f.refusal(c.At)
	if !ok {
		return nil
	}
	s := b.stmt()
	start, _ := f.line(s.Pos())
	if strings.TrimSpace(string(f.content[start:f.offset(s.Pos())])) != "" { // the block is one line
		return nil
	}
	name, form := f.writer(b.way)
	if name == "" {
		return nil
	}
	set := fmt.Sprintf(form, name, `"WWW-Authenticate"`, fmt.Sprintf("%q", c.Scheme))
	return []Edit{f.insert(s.Pos(), set+"\n"+f.indent(s.Pos()))}
}

// writer finds, in the innermost function that has one, the parameter by which headers are
// set, and how.
func (f *file) writer(way []ast.Node) (name, form string) {
	for _, n := range way {
		var fn *ast.FuncType
		switch n := n.(type) {
		case *ast.FuncLit:
			fn = n.Type
		case *ast.FuncDecl:
			fn = n.Type
		default:
			continue
		}
		for _, p := range fn.Params.List {
			form := frameworks.SetsHeader(f.typeName(p.Type))
			if form != "" && len(p.Names) == 1 && p.Names[0].Name != "_" {
				return p.Names[0].Name, form
			}
		}
	}
	return "", ""
}

// typeName spells a qualified type, or a pointer to one, with its import path.
func (f *file) typeName(e ast.Expr) string {
	star := ""
	if p, ok := e.(*ast.StarExpr); ok {
		star, e = "*", p.X
	}
	sel, ok := e.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	x, ok := sel.X.(*ast.Ident)
	if !ok {
		return ""
	}
	return star + f.imported(x) + "." + sel.Sel.Name
}
