package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// suffix tells a function that is written here from the method that it calls.
const suffix = "$request"

// perRequest is a handler that does what the framework does with an object whose method
// serves: it copies the object, and calls the methods before, that one unless the response
// is written, and the methods after.
func (o *actor) perRequest(fn *program.Func) *value.Func {
	w := &writer{o: o, fn: &program.Func{
		Name: fn.Name + suffix, Package: fn.Package, Pos: fn.Pos, Params: []program.Var{{Name: "ctx", Type: o.of.Context}},
	}}
	object := w.free(o.typ, o.obj)
	self, copied := w.reg(), w.reg()
	w.code = append(w.code,
		program.Instr{Op: program.Alloc, Dst: self, Type: o.typ, N: 1, Pos: fn.Pos},
		program.Instr{Op: program.Load, Dst: copied, Type: o.typ[1:], Args: []program.Operand{object}},
		program.Instr{Op: program.Store, Dst: -1, Args: []program.Operand{register(self), register(copied)}},
	)
	for _, name := range o.of.Before {
		w.call(self, name)
	}
	written := w.reg()
	w.code = append(w.code,
		program.Instr{Op: program.Call, Dst: written, Sym: o.of.Written, Type: "bool", Args: []program.Operand{register(0)}, Pos: fn.Pos},
		program.Instr{Op: program.If, Dst: -1, Args: []program.Operand{register(written)}, Pos: fn.Pos},
	)
	w.end(nil, []int{2, 1})
	w.callMethod(self, fn.Name, w.path(fn.Name))
	w.code = append(w.code, program.Instr{Op: program.Jump, Dst: -1})
	w.end([]int{0}, []int{2})
	for _, name := range o.of.After {
		w.call(self, name)
	}
	w.code = append(w.code, program.Instr{Op: program.Return, Dst: -1})
	w.end([]int{0, 1}, nil)
	return w.function()
}

// A writer writes a function. Its captured variables have their registers after all others
// until it is done: their number is not known before.
type writer struct {
	o      *actor
	fn     *program.Func
	code   []program.Instr
	regs   int
	values []value.Value
}

func register(n int) program.Operand { return program.Operand{Kind: program.Register, Reg: n} }

// reg is a new register.
func (w *writer) reg() int {
	w.regs++
	return w.regs
}

// free is a captured value: a negative register until the function is done.
func (w *writer) free(typ string, v value.Value) program.Operand {
	w.fn.Free = append(w.fn.Free, program.Var{Type: typ})
	w.values = append(w.values, v)
	return register(-len(w.values))
}

// end ends a block.
func (w *writer) end(preds, succs []int) {
	w.fn.Blocks = append(w.fn.Blocks, program.Block{Instrs: w.code, Preds: preds, Succs: succs})
	w.code = nil
}

// path is the way through embedded fields to the receiver of a method of the object.
func (w *writer) path(symbol string) []int {
	_, name, _ := program.SplitMethod(symbol)
	_, path, _ := w.o.m.prog.Method(w.o.typ, name)
	return path
}

// call calls the method of a name, if it has a body.
func (w *writer) call(self int, name string) {
	if symbol, path, ok := w.o.m.prog.Method(w.o.typ, name); ok {
		w.callMethod(self, symbol, path)
	}
}

// callMethod calls a method of the object or of what it embeds. It gets the request, where
// it asks for it, and else values that are not known.
func (w *writer) callMethod(self int, symbol string, path []int) {
	typ := w.o.typ
	for _, i := range path {
		field := w.o.m.prog.Type(typ[1:]).Fields[i]
		at := w.reg()
		w.code = append(w.code, program.Instr{Op: program.FieldAddr, Dst: at, Type: "*" + field.Type, Sym: field.Name, N: i, Args: []program.Operand{register(self)}})
		if self, typ = at, "*"+field.Type; field.Type[0] == '*' {
			self, typ = w.reg(), field.Type
			w.code = append(w.code, program.Instr{Op: program.Load, Dst: self, Type: typ, Args: []program.Operand{register(at)}})
		}
	}
	fn := w.o.m.prog.Func(symbol)
	args := []program.Operand{register(self)}
	for _, p := range fn.Params[1:] {
		if p.Type == w.o.of.Context {
			args = append(args, register(0))
			continue
		}
		args = append(args, w.free(p.Type, unknown(p.Type, p.Name, fn.Pos)))
	}
	w.code = append(w.code, program.Instr{Op: program.Call, Dst: -1, Sym: symbol, Args: args, Pos: fn.Pos})
}

// function is what was written.
func (w *writer) function() *value.Func {
	n := len(w.fn.Free)
	place := func(reg int) int {
		switch {
		case reg < 0:
			return -reg // after the parameter
		case reg == 0:
			return 0
		}
		return reg + n
	}
	for in := range w.fn.All() {
		if in.Dst > 0 {
			in.Dst = place(in.Dst)
		}
		for i := range in.Args {
			in.Args[i].Reg = place(in.Args[i].Reg)
		}
	}
	w.fn.Regs = 1 + n + w.regs
	return &value.Func{Symbol: strings.TrimSuffix(w.fn.Name, suffix), Fn: w.fn, Free: w.values, Pos: w.fn.Pos}
}
