package random

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
)

// places tell which middleware or handler stands at a position of the generated
// source: guardvet names a function literal as the compiler does, which says
// little.
type places map[string][]place

// A place is the lines of a declaration.
type place struct {
	name     string
	from, to int
}

// declared are the names of middleware and handlers.
var declared = regexp.MustCompile(`^P\d+[MH]\d+$`)

// add adds the declarations of a file.
func (p places) add(name string, text []byte) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, text, 0)
	if err != nil {
		panic(err) // it has been formatted
	}
	for _, d := range f.Decls {
		var id *ast.Ident
		switch d := d.(type) {
		case *ast.FuncDecl:
			id = d.Name
		case *ast.GenDecl:
			if d.Tok == token.VAR {
				id = d.Specs[0].(*ast.ValueSpec).Names[0]
			}
		}
		if id != nil && declared.MatchString(id.Name) {
			p[name] = append(p[name], place{id.Name, fset.Position(d.Pos()).Line, fset.Position(d.End()).Line})
		}
	}
}

// at is the name of the middleware or handler at a position, or "".
func (p places) at(position string) string {
	parts := strings.Split(position, ":")
	if len(parts) < 2 {
		return ""
	}
	line, _ := strconv.Atoi(parts[1])
	for _, d := range p[parts[0]] {
		if d.from <= line && line <= d.to {
			return d.name
		}
	}
	return ""
}

// marks are the names of the steps of a chain that are the program's own.
func (p places) marks(chain []Step) []string {
	var out []string
	for _, s := range chain {
		if name := p.at(s.Position); name != "" {
			out = append(out, name)
		}
	}
	return out
}
