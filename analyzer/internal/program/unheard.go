package program

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"
)

// A library that finds out who has signed something may return what it says also when nobody
// has: an error tells, and a field of what is returned. Who asks neither takes it from everybody.

// Unheard lists the calls of such functions of which the function asks neither, and keeps to
// itself what it was told. tells is the field of the first result, by the symbol of the function.
func (f *Func) Unheard(tells func(symbol string) (field string)) []*Instr {
	var out []*Instr
	var u *uses
	for in := range f.All() {
		if in.Op != Call || in.N != ModeCall || in.Sym == "" {
			continue
		}
		field := tells(in.Sym)
		if field == "" {
			continue
		}
		if u == nil {
			u = &uses{fn: f, readers: f.readers()}
		}
		if in.Dst < 0 || !u.told(in, field) {
			out = append(out, in)
		}
	}
	return out
}

// told reports whether anybody may learn from the results of a call whether they are good.
func (u *uses) told(call *Instr, field string) bool {
	for _, part := range u.readers[call.Dst] {
		if part.Op != Extract {
			return true // both go on to somebody
		}
		for _, in := range u.readers[part.Dst] {
			if part.N == 0 && !u.looksElsewhere(in, field) || part.N == 1 && (in.Op != Return || u.alwaysReturns(call)) {
				return true
			}
		}
	}
	return false
}

// looksElsewhere reports whether an instruction reads another field of what was signed, or
// asks whether it is there at all.
func (u *uses) looksElsewhere(in *Instr, field string) bool {
	switch in.Op {
	case FieldAddr, Field:
		return in.Sym != field
	case BinOp:
		return in.Args[0].IsNil() || in.Args[1].IsNil()
	}
	return false
}

// alwaysReturns reports whether every return after a call hands on its error: a caller is
// told then.
func (u *uses) alwaysReturns(call *Instr) bool {
	for b := range u.fn.after(call) {
		instrs := u.fn.Blocks[b].Instrs
		last := &instrs[len(instrs)-1]
		if last.Op == Return && len(last.Args) > 0 && last.Args[len(last.Args)-1].IsNil() {
			return false
		}
	}
	return true
}

// after are the blocks that may run after an instruction has, with its own.
func (f *Func) after(in *Instr) map[int]bool {
	out := map[int]bool{}
	var work []int
	add := func(b int) {
		if !out[b] && len(f.Blocks[b].Instrs) > 0 {
			out[b] = true
			work = append(work, b)
		}
	}
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			if &f.Blocks[b].Instrs[i] == in {
				add(b)
			}
		}
	}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		for _, s := range f.Blocks[b].Succs {
			add(s)
		}
	}
	return out
}

// hasUnheard reports whether the package declares a function that may take what such a library
// returns for true without asking. Packages that see nothing of HTTP are read for it.
func (in *Input) hasUnheard() bool {
	for _, body := range in.bodies() {
		if in.mayNotAsk(body) {
			return true
		}
	}
	return false
}

// doesNotAsk is hasUnheard for one function.
func (in *Input) doesNotAsk(fn *ssa.Function) bool {
	decl, ok := fn.Syntax().(*ast.FuncDecl)
	return ok && decl.Body != nil && in.mayNotAsk(decl.Body)
}

// mayNotAsk reports whether a body calls such a function and drops its error, or does no more
// with it than return it. Whether the field is asked is seen when the body has been lowered.
func (in *Input) mayNotAsk(body *ast.BlockStmt) bool {
	if in.Tells == nil {
		return false
	}
	asked := map[types.Object]bool{} // by the variable that holds the error
	dropped := false
	ast.Inspect(body, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok || len(a.Lhs) != 2 || len(a.Rhs) != 1 || !in.callsTelling(a.Rhs[0]) {
			return true
		}
		if id, ok := a.Lhs[1].(*ast.Ident); ok && id.Name != "_" {
			asked[in.Info.ObjectOf(id)] = false
		} else {
			dropped = ok
		}
		return true
	})
	if len(asked) == 0 {
		return dropped
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, e := range n.Rhs {
				in.noteUses(e, asked)
			}
			return false
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				if _, plain := e.(*ast.Ident); !plain {
					in.noteUses(e, asked)
				}
			}
			return false
		case *ast.Ident:
			in.noteUses(n, asked)
		}
		return true
	})
	for _, yes := range asked {
		dropped = dropped || !yes
	}
	return dropped
}

// noteUses notes which of some variables an expression uses.
func (in *Input) noteUses(e ast.Expr, of map[types.Object]bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := in.Info.Uses[id]; obj != nil {
				if _, known := of[obj]; known {
					of[obj] = true
				}
			}
		}
		return true
	})
}

// callsTelling reports whether an expression is a call of such a function.
func (in *Input) callsTelling(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := typeutil.StaticCallee(in.Info, call)
	return fn != nil && in.Tells(SymbolOf(fn)) != ""
}
