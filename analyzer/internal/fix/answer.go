package fix

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// answer gives a refusal another status. It must be the one for the condition alone: what
// several conditions lead to is not changed for one of them.
func (m *Maker) answer(f *file, c rule.Answer) []Edit {
	b, ok := f.refusal(c.At)
	if !ok || !f.asksOnly(b, c.Asked) {
		return nil
	}
	return m.respell(f, b.stmt(), c.Has, c.Get)
}

// refusal finds the branch of an answer: the statement with a call at the place, or the
// return statement there.
func (f *file) refusal(at routes.Position) (branch, bool) {
	_, way := f.call(at)
	if way == nil {
		p := f.pos(at)
		way = f.path(p)
		i := slices.IndexFunc(way, func(n ast.Node) bool {
			r, ok := n.(*ast.ReturnStmt)
			return ok && r.Return == p
		})
		if i < 0 {
			return branch{}, false
		}
		way = way[i:]
	}
	b, ok := branchOf(way)
	if !ok {
		return b, false
	}
	switch b.stmt().(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.ReturnStmt:
		return b, true
	}
	return b, false
}

// asksOnly reports whether a branch is taken because of what is asked at a place, and of
// nothing else that could be the reason for it.
func (f *file) asksOnly(b branch, asked routes.Position) bool {
	var cond ast.Expr
	operator := token.LOR // of conditions each of which is a reason
	switch n := b.block.(type) {
	case *ast.CaseClause:
		if len(n.List) != 1 {
			return false
		}
		cond = n.List[0]
	case *ast.BlockStmt:
		s, ok := b.way[0].(*ast.IfStmt)
		if !ok {
			return false
		}
		if cond = s.Cond; s.Else == n {
			operator = token.LAND
		}
	}
	_, ok := f.asks(cond, asked, b)
	return ok && !slices.ContainsFunc(flatten(cond), func(e ast.Expr) bool {
		op, ok := e.(*ast.BinaryExpr)
		return ok && op.Op == operator
	})
}

// asks reports whether an expression may ask what is asked at a place: it is here, or it is
// in another function, which the expression may well call.
func (f *file) asks(e ast.Expr, at routes.Position, b branch) (here, ok bool) {
	if at.File == "" || e == nil {
		return false, false
	}
	p := f.pos(at)
	fn, _ := enclosing(b.way)
	if !p.IsValid() || fn == nil || p < fn.Pos() || fn.End() <= p {
		return false, true
	}
	here = e.Pos() <= p && p < e.End()
	return here, here
}

// flatten lists an expression and the operands of its logical operators.
func flatten(e ast.Expr) []ast.Expr {
	e = ast.Unparen(e)
	out := []ast.Expr{e}
	switch x := e.(type) {
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			out = append(append(out, flatten(x.X)...), flatten(x.Y)...)
		}
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			if inner := flatten(x.X); len(inner) > 1 { // what is negated changes its meaning
				out = append(out, &ast.BinaryExpr{Op: token.LOR}, &ast.BinaryExpr{Op: token.LAND})
			}
		}
	}
	return out
}

// respell finds how a statement says a status, and says the other one: a constant, an
// error or a function of a framework, a number. A text that is the name of the status
// changes with it. There must be one status.
func (m *Maker) respell(f *file, s ast.Node, has, get int) []Edit {
	var names, numbers, texts []Edit
	other := false // it says the other status already
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SelectorExpr:
			of := m.owner(f, n)
			if name := frameworks.Respell(of, n.Sel.Name, get); name != "" {
				names = append(names, f.replace(n.Sel, name))
			}
			other = other || frameworks.Respell(of, n.Sel.Name, has) != ""
		case *ast.CallExpr:
			for _, arg := range n.Args {
				lit, ok := arg.(*ast.BasicLit)
				if !ok || lit.Kind != token.INT {
					continue
				}
				other = other || lit.Value == strconv.Itoa(get)
				if lit.Value == strconv.Itoa(has) {
					numbers = append(numbers, f.replace(lit, strconv.Itoa(get)))
				}
			}
		case *ast.BasicLit:
			if text, ok := renamed(n, has, get); ok {
				texts = append(texts, f.replace(n, text))
			}
		}
		return true
	})
	if other || len(numbers)+min(len(names), 1) != 1 {
		return nil
	}
	return append(append(names, numbers...), texts...)
}

// owner is the package or type that a qualified name belongs to.
func (m *Maker) owner(f *file, sel *ast.SelectorExpr) string {
	if x, ok := sel.X.(*ast.Ident); ok {
		if path := f.imported(x); path != "" {
			return path
		}
	}
	callee, _ := m.source.Called(f.at(sel.Sel.Pos()))
	of, _ := strings.CutSuffix(callee.Symbol, "."+sel.Sel.Name)
	return of
}

// statusNames are those of RFC 9110.
var statusNames = map[int]string{401: "unauthorized", 403: "forbidden"}

// renamed changes a text that is nothing but the name of a status, with its capitals.
func renamed(literal *ast.BasicLit, has, get int) (string, bool) {
	text := strings.Trim(literal.Value, "\"`")
	if literal.Kind != token.STRING || !strings.EqualFold(text, statusNames[has]) {
		return "", false
	}
	quote, name := literal.Value[:1], statusNames[get]
	switch {
	case text == strings.ToUpper(text):
		name = strings.ToUpper(name)
	case text[0] >= 'A' && text[0] <= 'Z':
		name = strings.ToUpper(name[:1]) + name[1:]
	}
	return quote + name + quote, true
}
