package program

import (
	"go/ast"
	"go/constant"
	"go/doc"
	"go/parser"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// maxText bounds the source text that is kept of an expression.
const maxText = 100

// indexSyntax finds call expressions by the position SSA gives a call (that of
// its parenthesis, or of the go or defer keyword), and the functions' doc comments.
func (l *lowerer) indexSyntax() {
	for _, f := range l.Files {
		if ast.IsGenerated(f) {
			l.generated[l.pos(f.Package).File] = true
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Doc != nil {
					l.docs[n.Name.Pos()] = new(doc.Package).Synopsis(n.Doc.Text())
				}
			case *ast.CallExpr:
				l.calls[n.Lparen] = n
			case *ast.GoStmt:
				l.calls[n.Go] = n.Call
			case *ast.DeferStmt:
				l.calls[n.Defer] = n.Call
			}
			return true
		})
	}
}

func (l *lowerer) pos(p token.Pos) Pos {
	if !p.IsValid() {
		return Pos{}
	}
	at := l.Fset.Position(p)
	return Pos{File: at.Filename, Line: at.Line, Col: at.Column}
}

// calleePos is where the called name is written: the method's name of a chain
// of calls, so that each call of the chain has a place of its own.
func (l *lowerer) calleePos(at token.Pos) token.Pos {
	call := l.calls[at]
	if call == nil {
		return at
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.Sel.Pos()
	}
	return ast.Unparen(call.Fun).Pos()
}

// callText is the source of a call, where it is short.
func (l *lowerer) callText(at token.Pos) string {
	call := l.calls[at]
	if call == nil {
		return ""
	}
	if s := oneLine(types.ExprString(call)); len(s) <= maxText {
		return s
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func cut(s string) string {
	if s = oneLine(s); len(s) > maxText {
		return strings.ToValidUTF8(s[:maxText-3], "") + "..."
	}
	return s
}

// lastMention is the expression that stands for v nearest before the end of the
// block, or, failing that, anywhere: "ok" where it is tested, not where it is set.
func lastMention(v ssa.Value, b *ssa.BasicBlock) ast.Expr {
	refs := v.Referrers()
	if refs == nil {
		return nil
	}
	var here, there ast.Expr
	for _, r := range *refs {
		d, ok := r.(*ssa.DebugRef)
		if !ok || d.IsAddr {
			continue
		}
		if d.Block() == b && (here == nil || d.Expr.Pos() >= here.Pos()) {
			here = d.Expr
		}
		if there == nil {
			there = d.Expr
		}
	}
	if here != nil {
		return here
	}
	return there
}

// goesOn reports whether a block asks for a further part of a condition with && or ||
// (golang.org/x/tools/go/ssa, builder.go: cond, logicalBinop).
func goesOn(b *ssa.BasicBlock) bool {
	switch b.Comment {
	case "cond.true", "cond.false", "binop.rhs":
		return true
	}
	return false
}

// condition is the source of an If's condition and where it is written.
func (f *funcLowerer) condition(v ssa.Value, b *ssa.BasicBlock) (string, token.Pos) {
	if e := lastMention(v, b); e != nil {
		return cut(types.ExprString(e)), e.Pos()
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		if n, ok := v.Y.(*ssa.Call); ok && v.Op == token.LSS && strings.HasPrefix(b.Comment, "range") && len(n.Call.Args) > 0 {
			return cut("range " + f.sourceOf(n.Call.Args[0], b)), v.Pos()
		}
		// A case of a switch is compared without an expression of its own.
		if x, y := f.sourceOf(v.X, b), f.sourceOf(v.Y, b); x != "" && y != "" {
			at := v.Pos()
			if e := lastMention(v.Y, b); e != nil {
				at = e.Pos()
			}
			return cut(x + " " + v.Op.String() + " " + y), at
		}
		return "", v.Pos()
	case *ssa.Extract:
		switch from := v.Tuple.(type) {
		case *ssa.Next:
			if r, ok := from.Iter.(*ssa.Range); ok {
				return cut("range " + f.sourceOf(r.X, b)), from.Pos()
			}
		case *ssa.TypeAssert: // a case of a type switch
			if x := f.sourceOf(from.X, b); x != "" {
				short := types.TypeString(from.AssertedType, func(p *types.Package) string { return p.Name() })
				return cut(x + ".(" + short + ")"), from.Pos()
			}
		}
		return "", v.Tuple.Pos()
	}
	return f.sourceOf(v, b), v.Pos()
}

// sourceOf is the source of an expression inside a condition, or "".
func (f *funcLowerer) sourceOf(v ssa.Value, b *ssa.BasicBlock) string {
	if e := lastMention(v, b); e != nil {
		return cut(types.ExprString(e))
	}
	switch v := v.(type) {
	case *ssa.Const:
		switch {
		case v.Value == nil:
			return "nil"
		case v.Value.Kind() == constant.String:
			return cut(v.Value.ExactString())
		}
		return cut(v.Value.String())
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		if name := v.Name(); !strings.Contains(name, "$") { // not one that SSA made up
			return name
		}
	case *ssa.ChangeInterface:
		return f.sourceOf(v.X, b)
	case *ssa.ChangeType:
		return f.sourceOf(v.X, b)
	case *ssa.MakeInterface:
		return f.sourceOf(v.X, b)
	case *ssa.UnOp:
		if x := f.sourceOf(v.X, b); x != "" && v.Op == token.NOT {
			return "!" + x
		} else if v.Op == token.MUL {
			return x
		}
	}
	return ""
}

// Not is the source of the condition that holds where one does not, as one would write it. Of
// what is no expression, and of a case of a type switch, it says so in words.
func Not(text string) string {
	e, err := parser.ParseExpr(text)
	if err != nil {
		return "not (" + text + ")"
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return types.ExprString(ast.Unparen(e.X))
		}
	case *ast.BinaryExpr:
		if op, ok := opposite[e.Op]; ok {
			e.Op = op
			return types.ExprString(e)
		}
		return "!(" + types.ExprString(e) + ")"
	case *ast.Ident, *ast.SelectorExpr, *ast.CallExpr, *ast.IndexExpr:
		return "!" + types.ExprString(e)
	}
	return "not (" + text + ")"
}

// opposite are the comparisons that hold where others do not.
var opposite = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.GEQ, token.GEQ: token.LSS, token.GTR: token.LEQ, token.LEQ: token.GTR,
}
