package fix

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A file is a source file by itself.
type file struct {
	name    string
	content []byte
	fset    *token.FileSet
	tokens  *token.File
	syntax  *ast.File
	scope   *types.Scope // of the package, as far as this file declares it
	info    *types.Info
}

// parse returns nil for what is no Go, and for lines that end as they do on Windows: to
// format them is to change them all.
func parse(name string, content []byte) *file {
	if bytes.Contains(content, []byte("\r\n")) {
		return nil
	}
	f := &file{name: name, content: content, fset: token.NewFileSet()}
	syntax, err := parser.ParseFile(f.fset, name, content, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	f.syntax, f.tokens = syntax, f.fset.File(syntax.FileStart)
	f.info = &types.Info{Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}
	// Only what names stand for is asked of the type checker, and only of those that the
	// file declares: its errors are about the rest.
	conf := types.Config{Importer: nothing{}, FakeImportC: true, Error: func(error) {}}
	if pkg, _ := conf.Check(syntax.Name.Name, f.fset, []*ast.File{syntax}, f.info); pkg != nil {
		f.scope = pkg.Scope()
	}
	return f
}

// nothing imports nothing.
type nothing struct{}

func (nothing) Import(string) (*types.Package, error) { return nil, errors.New("not imported") }

// pos finds a place in the file.
func (f *file) pos(at routes.Position) token.Pos {
	if at.File != f.name || at.Line < 1 || at.Line > f.tokens.LineCount() || at.Column < 1 {
		return token.NoPos
	}
	p := f.tokens.LineStart(at.Line) + token.Pos(at.Column-1)
	if int(p) > f.tokens.Base()+f.tokens.Size() {
		return token.NoPos
	}
	return p
}

// at is a place as the table has it.
func (f *file) at(p token.Pos) routes.Position {
	where := f.fset.PositionFor(p, false)
	return routes.Position{File: f.name, Line: where.Line, Column: where.Column}
}

func (f *file) offset(p token.Pos) int { return f.tokens.Offset(p) }

// text is the source of a node.
func (f *file) text(n ast.Node) string {
	return string(f.content[f.offset(n.Pos()):f.offset(n.End())])
}

func (f *file) replace(n ast.Node, text string) Edit {
	return Edit{f.offset(n.Pos()), f.offset(n.End()), text}
}

func (f *file) insert(p token.Pos, text string) Edit {
	return Edit{f.offset(p), f.offset(p), text}
}

// line returns the offsets of the start and the end of the line of a place; the end is
// that of its text.
func (f *file) line(p token.Pos) (start, end int) {
	n := f.tokens.Line(p)
	start, end = f.offset(f.tokens.LineStart(n)), len(f.content)
	if n < f.tokens.LineCount() {
		end = f.offset(f.tokens.LineStart(n+1)) - 1
	}
	return start, end
}

// indent is the white space that the line of a place begins with.
func (f *file) indent(p token.Pos) string {
	start, end := f.line(p)
	text := string(f.content[start:end])
	return text[:len(text)-len(strings.TrimLeft(text, " \t"))]
}

// after puts a line below a statement, and below the comment behind it.
func (f *file) after(s ast.Stmt, text string) Edit {
	_, end := f.line(s.End())
	switch rest := strings.TrimSpace(string(f.content[f.offset(s.End()):end])); {
	case rest == "" || strings.HasPrefix(rest, "//"):
		return Edit{end, end, "\n" + f.indent(s.Pos()) + text}
	default: // the block is one line
		return f.insert(s.End(), "; "+text)
	}
}

// path is the way from a node at a place outwards.
func (f *file) path(p token.Pos) []ast.Node {
	if !p.IsValid() {
		return nil
	}
	nodes, _ := astutil.PathEnclosingInterval(f.syntax, p, p)
	return nodes
}

// call finds the call of which the called name is written at a place, with the way out.
func (f *file) call(at routes.Position) (*ast.CallExpr, []ast.Node) {
	p := f.pos(at)
	way := f.path(p)
	for i, n := range way {
		if c, ok := n.(*ast.CallExpr); ok && named(c) == p {
			return c, way[i:]
		}
	}
	return nil, nil
}

// named is where the name of what is called is written.
func named(c *ast.CallExpr) token.Pos {
	fun := ast.Unparen(c.Fun)
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		return sel.Sel.Pos()
	}
	return fun.Pos()
}

// imported returns the import path of the package that a name of the file stands for. A
// local name is none.
func (f *file) imported(name *ast.Ident) string {
	if obj := f.info.Uses[name]; obj != nil {
		if _, ok := obj.(*types.PkgName); !ok {
			return ""
		}
	}
	for _, spec := range f.syntax.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		if spec.Name != nil && spec.Name.Name == name.Name || spec.Name == nil && lastName(p) == name.Name {
			return p
		}
	}
	return ""
}

// lastName is the name that a package has by its import path, as is usual.
func lastName(p string) string {
	dir, last := path.Split(p)
	if len(last) > 1 && last[0] == 'v' && strings.Trim(last[1:], "0123456789") == "" && dir != "" {
		last = path.Base(dir)
	}
	return last
}

// nameOf is how the file calls a package, "" if it does not.
func (f *file) nameOf(importPath string) string {
	for _, spec := range f.syntax.Imports {
		if p, _ := strconv.Unquote(spec.Path.Value); p != importPath {
			continue
		}
		switch {
		case spec.Name == nil:
			return lastName(importPath)
		case spec.Name.Name != "_" && spec.Name.Name != ".":
			return spec.Name.Name
		}
	}
	return ""
}

// visible reports whether the names in an expression stand for the same at another place,
// and for nothing that changes.
func (f *file) visible(e ast.Expr, from, to token.Pos) bool {
	if f.scope == nil {
		return false
	}
	here, there := f.scope.Innermost(from), f.scope.Innermost(to)
	if here == nil || there == nil {
		return false
	}
	ok := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit: // what it declares is its own, and it is too long to be copied
			ok = false
		case *ast.SelectorExpr:
			ok = ok && f.visible(n.X, from, to)
			return false
		case *ast.Ident:
			_, a := here.LookupParent(n.Name, from)
			_, b := there.LookupParent(n.Name, to)
			ok = ok && a == b && !f.assigned(a)
		}
		return ok
	})
	return ok
}

// assigned reports whether a variable gets a value after the one it is declared with.
func (f *file) assigned(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	if !ok {
		return false
	}
	is := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && f.info.Uses[id] == v
	}
	found := false
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			found = found || slices.ContainsFunc(n.Lhs, is)
		case *ast.UnaryExpr:
			found = found || n.Op == token.AND && is(n.X)
		case *ast.RangeStmt:
			found = found || n.Tok == token.ASSIGN && (is(n.Key) || n.Value != nil && is(n.Value))
		}
		return !found
	})
	return found
}

// holds reports whether sorted edits are apart, and leave a file that is Go.
func (f *file) holds(list []Edit) bool {
	var out []byte
	done := 0
	for _, e := range list {
		if e.Start < done || e.End < e.Start || e.End > len(f.content) {
			return false
		}
		out = append(append(out, f.content[done:e.Start]...), e.New...)
		done = e.End
	}
	_, err := parser.ParseFile(token.NewFileSet(), f.name, append(out, f.content[done:]...), parser.SkipObjectResolution)
	return err == nil
}
