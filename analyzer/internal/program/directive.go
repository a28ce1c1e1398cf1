package program

import (
	"cmp"
	"go/ast"
	"go/types"
	"strings"
)

// directives collects the //guardvet: comments of the package's own files, and what the
// comments of handlers declare for swag (github.com/swaggo/swag).
func (l *lowerer) directives() {
	for _, file := range l.Files {
		owner := map[*ast.CommentGroup]string{}
		for _, d := range file.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Doc != nil {
				if obj, ok := l.Info.Defs[fd.Name].(*types.Func); ok {
					owner[fd.Doc] = SymbolOf(obj)
					l.declarations(fd.Doc, SymbolOf(obj))
				}
			}
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				if verb, reason, ok := parseDirective(c.Text); ok {
					l.unit.Directives = append(l.unit.Directives, Directive{
						Pos: l.pos(c.Pos()), Verb: verb, Reason: reason, Func: owner[group], Line: l.lineAbout(file, group, c),
					})
				}
			}
		}
	}
}

// lineAbout is the line that a comment is about.
func (l *lowerer) lineAbout(file *ast.File, group *ast.CommentGroup, c *ast.Comment) int {
	if l.followsCode(file, c) {
		return l.Fset.Position(c.Pos()).Line
	}
	return l.Fset.Position(group.End()).Line + 1
}

// followsCode reports whether there is code on the line of a comment before it.
func (l *lowerer) followsCode(file *ast.File, c *ast.Comment) bool {
	line := l.Fset.Position(c.Pos()).Line
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || found || n.Pos() >= c.Pos() {
			return false
		}
		switch n.(type) {
		case *ast.File:
		case *ast.Comment, *ast.CommentGroup:
			return false
		default:
			found = l.Fset.Position(n.Pos()).Line == line || n.End() <= c.Pos() && l.Fset.Position(n.End()).Line == line
		}
		return !found
	})
	return found
}

// declaresGuards reports whether a comment of the package says of a function that it
// guards. Then the package matters, whatever else it sees.
func (in *Input) declaresGuards() bool {
	return len(in.declaredGuards()) > 0
}

// declaredGuards lists the functions that comments call guards.
func (in *Input) declaredGuards() []string {
	var out []string
	for _, file := range in.Files {
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Doc == nil {
				continue
			}
			for _, c := range fd.Doc.List {
				if verb, _, ok := parseDirective(c.Text); ok && verb == "guard" {
					if obj, ok := in.Info.Defs[fd.Name].(*types.Func); ok {
						out = append(out, SymbolOf(obj))
					}
				}
			}
		}
	}
	return out
}

// declarations collects the lines of a function's comment that say which route it is for
// and what that demands, if there are such lines (swag, operation.go: ParseComment takes the
// attribute in any case):
//
//	// @Security ApiKeyAuth
//	// @Router   /users/{id} [delete]
func (l *lowerer) declarations(doc *ast.CommentGroup, symbol string) {
	var found []Directive
	routes := false
	for _, c := range doc.List {
		for line := range strings.Lines(strings.TrimPrefix(strings.TrimSuffix(c.Text, "*/"), "/*")) {
			line = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "//"))
			verb, rest, _ := strings.Cut(strings.Replace(line, "\t", " ", 1), " ")
			verb = strings.ToLower(verb)
			if verb != DeclaresRoute && verb != DeclaresSecurity {
				continue
			}
			routes = routes || verb == DeclaresRoute
			found = append(found, Directive{Pos: l.pos(c.Pos()), Verb: verb, Reason: strings.TrimSpace(rest), Func: symbol})
		}
	}
	if routes {
		l.unit.Directives = append(l.unit.Directives, found...)
	}
}

// The verbs of directives that a handler's comment has for swag.
const (
	DeclaresRoute    = "@router"
	DeclaresSecurity = "@security"
)

// parseDirective splits "//guardvet:verb reason". A "// want" that a test of an
// analyzer appends to the line is not part of the reason.
func parseDirective(text string) (verb, reason string, ok bool) {
	rest, ok := strings.CutPrefix(text, "//guardvet:")
	if !ok {
		return "", "", false
	}
	rest, _, _ = strings.Cut(rest, "// want")
	end := strings.IndexAny(rest, " \t\r")
	if end < 0 {
		end = len(rest)
	}
	verb = rest[:end]
	return verb, strings.TrimSpace(rest[end:]), verb != ""
}

func compareDirectives(a, b Directive) int {
	return cmp.Or(
		cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col),
		cmp.Compare(a.Verb, b.Verb), cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.Func, b.Func))
}
