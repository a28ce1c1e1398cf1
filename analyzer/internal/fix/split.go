package fix

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// maxRefusal is how many statements of a refusal are worth writing twice.
const maxRefusal = 4

// split makes two refusals of
//
//	if nobody || forbidden { refuse }
//
// so that each says its status. Where the first one ends the function they are two
// statements; otherwise, and where the condition has variables of its own, the second is
// the else of the first.
func (m *Maker) split(f *file, c rule.Split) []Edit {
	b, ok := f.refusal(c.At)
	if !ok || len(b.list) > maxRefusal {
		return nil
	}
	stmt, ok := b.way[0].(*ast.IfStmt)
	if !ok || stmt.Body != b.block || len(b.way) < 2 {
		return nil
	}
	cond, ok := stmt.Cond.(*ast.BinaryExpr)
	if !ok || cond.Op != token.LOR {
		return nil
	}
	firstHere, ok := f.asks(cond.X, c.Asked, b)
	secondHere, may := f.asks(cond.Y, c.Also, b)
	if !ok || !may || hasOr(cond.X) || hasOr(cond.Y) || !(firstHere && secondHere) && !presence(cond.X, cond.Y) {
		return nil
	}
	get := 401
	if c.Has == 401 {
		get = 403
	}
	status := m.respell(f, b.stmt(), c.Has, get)
	if status == nil {
		return nil
	}
	// The first refusal is new, the second one is what stands there.
	first, second := f.with(stmt.Body, status), []Edit(nil)
	if c.Has == 401 {
		first, second = f.text(stmt.Body), status
	}
	join := " else if "
	if stmt.Init == nil && stmt.Else == nil && returns(stmt.Body) && !isElse(b.way) {
		join = "\n" + f.indent(stmt.Pos()) + "if "
	}
	return append([]Edit{{f.offset(cond.X.End()), f.offset(cond.Y.Pos()), " " + first + join}}, second...)
}

// presence reports whether the first of two operands asks whether somebody is there: it
// compares with nil what the second one looks into, or is a plain "not ok".
func presence(x, y ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.UnaryExpr:
		_, plain := ast.Unparen(x.X).(*ast.Ident)
		return x.Op == token.NOT && plain
	case *ast.BinaryExpr:
		who, plain := ast.Unparen(x.X).(*ast.Ident)
		with, _ := ast.Unparen(x.Y).(*ast.Ident)
		return x.Op == token.EQL && plain && with != nil && with.Name == "nil" && mentions(y, who.Name)
	}
	return false
}

func mentions(e ast.Expr, name string) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}

func hasOr(e ast.Expr) bool {
	return slices.ContainsFunc(flatten(e), func(e ast.Expr) bool { x, ok := e.(*ast.BinaryExpr); return ok && x.Op == token.LOR })
}

// with is the text of a node after edits inside it.
func (f *file) with(n ast.Node, edits []Edit) string {
	start, end := f.offset(n.Pos()), f.offset(n.End())
	slices.SortFunc(edits, func(a, b Edit) int { return a.Start - b.Start })
	var out []byte
	for _, e := range edits {
		out = append(append(out, f.content[start:e.Start]...), e.New...)
		start = e.End
	}
	return string(append(out, f.content[start:end]...))
}

func returns(b *ast.BlockStmt) bool {
	_, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	return ok
}

// isElse reports whether an if statement is the else of another one.
func isElse(way []ast.Node) bool {
	outer, ok := way[1].(*ast.IfStmt)
	return ok && outer.Else == way[0]
}
