package fix

import (
	"go/ast"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// move puts a statement before an earlier one of the same block. All between them must be
// registrations on the same receiver: they declare nothing that the statement mentions.
func (f *file) move(c rule.Move) []Edit {
	moved, list, i := f.statement(c.Call)
	before, same, j := f.statement(c.Before)
	if moved == nil || before == nil || j >= i || &list[0] != &same[0] {
		return nil
	}
	recv := receiver(moved)
	if recv == nil {
		return nil
	}
	over := append(slices.Clip(c.Over), c.Before)
	for _, s := range list[j:i] {
		call := callOf(s)
		if call == nil || !slices.Contains(over, f.at(named(call))) || receiver(s) == nil || receiver(s).Name != recv.Name {
			return nil
		}
	}
	// The lines go as they are, with the comments that belong to them.
	start, _ := f.line(moved.Pos())
	_, end := f.line(moved.End())
	if end < len(f.content) {
		end++
	}
	to, _ := f.line(before.Pos())
	_, above := f.line(list[i-1].End())
	if start <= above || f.offset(moved.Pos()) != start+len(f.indent(moved.Pos())) || f.commented(above, start) || !f.alone(before) {
		return nil
	}
	return []Edit{{to, to, string(f.content[start:end])}, {start, end, ""}}
}

// statement finds the statement that a call with this name is, or begins, and its block.
func (f *file) statement(at routes.Position) (*ast.ExprStmt, []ast.Stmt, int) {
	_, way := f.call(at)
	for i, n := range way {
		s, ok := n.(*ast.ExprStmt)
		if !ok {
			if _, expr := n.(ast.Expr); !expr {
				return nil, nil, 0
			}
			continue
		}
		if i+1 < len(way) {
			if b, ok := way[i+1].(*ast.BlockStmt); ok {
				return s, b.List, slices.Index(b.List, ast.Stmt(s))
			}
		}
		return nil, nil, 0
	}
	return nil, nil, 0
}

func callOf(s ast.Stmt) *ast.CallExpr {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return nil
	}
	call, _ := e.X.(*ast.CallExpr)
	return call
}

// receiver is the variable that the method of a statement is called on.
func receiver(s ast.Stmt) *ast.Ident {
	call := callOf(s)
	if call == nil {
		return nil
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	id, _ := sel.X.(*ast.Ident)
	return id
}

// commented reports whether there is a comment between two places.
func (f *file) commented(from, to int) bool {
	return slices.ContainsFunc(f.syntax.Comments, func(g *ast.CommentGroup) bool {
		at := f.offset(g.Pos())
		return from <= at && at < to
	})
}

// alone reports whether a statement is the first on its line, without a comment above.
func (f *file) alone(s ast.Stmt) bool {
	start, _ := f.line(s.Pos())
	if f.offset(s.Pos()) != start+len(f.indent(s.Pos())) {
		return false
	}
	return start < 2 || !f.commented(f.lineBefore(start), start)
}

// lineBefore is the start of the line above the one that starts at an offset.
func (f *file) lineBefore(start int) int {
	before, _ := f.line(f.tokens.Pos(start - 1))
	return before
}
