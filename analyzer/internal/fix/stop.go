package fix

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// stop ends the request after an answer. The answer must be a statement of its own, in a
// branch of the function that is at fault, with nothing behind it but what writes the rest
// of the answer; and something must follow that the request reaches now.
func (m *Maker) stop(f *file, c rule.Stop) []Edit {
	call, way := f.call(c.Answer)
	if call == nil {
		return nil
	}
	fn, results := enclosing(way)
	b, ok := branchOf(way)
	if fn == nil || !ok || f.at(funcPos(fn)) != c.Func || !answers(b.stmt()) {
		return nil
	}
	var out []Edit
	if c.Chain != "" && m.tables.Flat(c.Chain) {
		edits, ok := m.abort(f, call, b)
		if !ok {
			return nil
		}
		out = edits
	}
	rest := b.rest()
	if n := len(rest); n > 0 {
		if r, returns := rest[n-1].(*ast.ReturnStmt); returns {
			if len(r.Results) > 0 || slices.ContainsFunc(rest[:n-1], f.acts) {
				return nil
			}
			return out // it is the rest of the chain that goes on
		}
	}
	if slices.ContainsFunc(rest, f.acts) || !b.followed() && len(out) == 0 {
		return nil
	}
	switch {
	case results == nil || len(results.List) == 0:
		return append(out, f.after(b.last(), "return"))
	case !isError(results):
		return nil
	case len(rest) == 0 && len(out) == 0 && m.resultOf(f, b.stmt()) == "error":
		return []Edit{f.returned(b.stmt())}
	}
	return append(out, f.after(b.last(), "return nil"))
}

// abort stops the rest of a flat chain: by the form of the answer that does, or by a call
// behind it.
func (m *Maker) abort(f *file, call *ast.CallExpr, b branch) (out []Edit, ok bool) {
	callee, ok := m.source.Called(f.at(named(call)))
	if !ok {
		return nil, false
	}
	abort := m.tables.Aborts(callee.Symbol)
	sel, method := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if abort == "" || !method {
		return nil, false
	}
	if e, _ := m.tables.Effect(callee.Symbol); e.Aborting != "" {
		return []Edit{f.replace(sel.Sel, e.Aborting)}, true
	}
	if _, plain := sel.X.(*ast.Ident); !plain {
		return nil, false
	}
	return []Edit{f.after(b.stmt(), f.text(sel.X)+"."+abort+"()")}, true
}

// resultOf is the type of what the call that a statement is returns.
func (m *Maker) resultOf(f *file, s ast.Stmt) string {
	var e ast.Expr
	switch s := s.(type) {
	case *ast.ExprStmt:
		e = s.X
	case *ast.AssignStmt:
		e = s.Rhs[0]
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return ""
	}
	callee, _ := m.source.Called(f.at(named(call)))
	return callee.Result
}

// returned makes the statement of a call return what it gives.
func (f *file) returned(s ast.Stmt) Edit {
	if a, ok := s.(*ast.AssignStmt); ok {
		return Edit{f.offset(a.Pos()), f.offset(a.Rhs[0].Pos()), "return "}
	}
	return f.insert(s.Pos(), "return ")
}

// A branch is a statement in a block that is one of several ways.
type branch struct {
	list  []ast.Stmt
	index int
	block ast.Node   // the block or clause
	way   []ast.Node // from what the block belongs to outwards
}

func (b branch) stmt() ast.Stmt   { return b.list[b.index] }
func (b branch) rest() []ast.Stmt { return b.list[b.index+1:] }
func (b branch) last() ast.Stmt   { return b.list[len(b.list)-1] }

// branchOf finds the innermost statement of a block on the way out. It is ok if the block
// belongs to an if statement or is a case.
func branchOf(way []ast.Node) (b branch, ok bool) {
	for i, n := range way {
		if i == 0 {
			continue
		}
		s, stmt := way[i-1].(ast.Stmt)
		list := statements(n)
		if !stmt || list == nil {
			continue
		}
		b = branch{list: list, index: slices.Index(list, s), block: n, way: way[i+1:]}
		if b.index < 0 || len(b.way) == 0 {
			return b, false
		}
		_, conditional := b.way[0].(*ast.IfStmt)
		_, clause := n.(*ast.CaseClause)
		return b, conditional || clause
	}
	return b, false
}

func statements(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

// followed reports whether a statement of the same function comes after the branch.
func (b branch) followed() bool {
	for i, n := range b.way {
		switch n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		}
		if i == 0 {
			continue
		}
		list := statements(n)
		if s, ok := b.way[i-1].(ast.Stmt); ok && list != nil && slices.Index(list, s) < len(list)-1 {
			return true
		}
	}
	return false
}

// enclosing finds the function that a place is in.
func enclosing(way []ast.Node) (fn ast.Node, results *ast.FieldList) {
	for _, n := range way {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n, n.Type.Results
		case *ast.FuncDecl:
			return n, n.Type.Results
		}
	}
	return nil, nil
}

// funcPos is what the table says of where a function is.
func funcPos(fn ast.Node) token.Pos {
	if d, ok := fn.(*ast.FuncDecl); ok {
		return d.Name.Pos()
	}
	return fn.Pos()
}

func isError(results *ast.FieldList) bool {
	id, ok := results.List[0].Type.(*ast.Ident)
	return ok && id.Name == "error" && results.NumFields() == 1
}

// answers reports whether a statement is a call, and uses nothing of what it returns.
func answers(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ExprStmt:
		return true
	case *ast.AssignStmt:
		return len(s.Lhs) == 1 && len(s.Rhs) == 1 && blank(s.Lhs[0])
	}
	return false
}

func blank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// acts reports whether a statement may do more than write what is left of an answer, or a
// line of the log: who refuses does both.
func (f *file) acts(s ast.Stmt) bool {
	var e ast.Expr
	switch s := s.(type) {
	case *ast.ExprStmt:
		e = s.X
	case *ast.AssignStmt:
		if len(s.Rhs) != 1 || slices.ContainsFunc(s.Lhs, func(e ast.Expr) bool { return !blank(e) }) {
			return true
		}
		e = s.Rhs[0]
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return true
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return true
	}
	if inner, ok := sel.X.(*ast.CallExpr); ok { // json.NewEncoder(w).Encode(v)
		sel, ok = inner.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
	}
	x, ok := sel.X.(*ast.Ident)
	if !ok {
		return true
	}
	switch f.imported(x) {
	case "fmt", "io", "log", "log/slog", "encoding/json":
		return false
	}
	switch sel.Sel.Name {
	case "Write", "WriteString", "WriteHeader":
		return false
	}
	return true
}
