package program

import (
	"cmp"
	"go/ast"
	"go/token"
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
		var code map[int]token.Pos // most files have no directive
		for _, group := range file.Comments {
			for _, c := range group.List {
				if verb, reason, ok := parseDirective(c.Text); ok {
					if code == nil {
						code = l.codeOn(file)
					}
					l.unit.Directives = append(l.unit.Directives, Directive{
						Pos: l.pos(c.Pos()), Verb: verb, Reason: reason, Func: owner[group], Line: l.lineAbout(code, group, c),
					})
				}
			}
		}
	}
}

// lineAbout is the line that a comment is about: its own if there is code before it, else
// the one below the group. code is what codeOn says of the file.
func (l *lowerer) lineAbout(code map[int]token.Pos, group *ast.CommentGroup, c *ast.Comment) int {
	line := l.Fset.Position(c.Pos()).Line
	if pos, ok := code[line]; ok && pos < c.Pos() {
		return line
	}
	return l.Fset.Position(group.End()).Line + 1
}

// codeOn gives, of each line of a file on which something begins or ends that is no
// comment, the first such place.
func (l *lowerer) codeOn(file *ast.File) map[int]token.Pos {
	code := map[int]token.Pos{}
	note := func(pos token.Pos) {
		line := l.Fset.Position(pos).Line
		if first, ok := code[line]; !ok || pos < first {
			code[line] = pos
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.Comment, *ast.CommentGroup:
			return false
		case *ast.File:
		default:
			note(n.Pos())
			note(n.End())
		}
		return true
	})
	return code
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
