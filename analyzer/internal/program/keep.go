package program

import (
	"go/types"
	"sort"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// keep decides which functions matter: those that touch HTTP, whoever refers to
// them, and whatever any of these refers to in the package.
func (l *lowerer) keep() {
	callers := map[string][]string{}
	var work []string
	symbols := make([]string, 0, len(l.funcs))
	for s := range l.funcs {
		symbols = append(symbols, s)
	}
	sort.Strings(symbols)
	for _, s := range symbols {
		fn := l.funcs[s]
		l.refs[s] = l.references(fn)
		for _, r := range l.refs[s] {
			callers[r] = append(callers[r], s)
		}
		if l.touchesHTTP(fn) {
			work = append(work, s)
		}
	}
	up := map[string]bool{}
	for len(work) > 0 { // whoever refers to them
		s := work[len(work)-1]
		work = work[:len(work)-1]
		if up[s] {
			continue
		}
		up[s] = true
		work = append(work, callers[s]...)
	}
	for s := range up {
		work = append(work, s)
	}
	for len(work) > 0 { // and whatever they refer to
		s := work[len(work)-1]
		work = work[:len(work)-1]
		if l.kept[s] || l.funcs[s] == nil {
			continue
		}
		l.kept[s] = true
		work = append(work, l.refs[s]...)
	}
}

// references lists the symbols a function mentions: calls, function values,
// closures, methods of the types it converts to interfaces, and the initializer
// of a package whose variables it uses.
func (l *lowerer) references(fn *ssa.Function) []string {
	set := map[string]bool{}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if _, debug := instr.(*ssa.DebugRef); debug {
				continue
			}
			for _, op := range instr.Operands(nil) {
				switch v := (*op).(type) {
				case *ssa.Function:
					set[l.target(v)] = true
					for _, t := range v.TypeArgs() {
						l.methodsOf(t, set, 0)
					}
				case *ssa.Global:
					if v.Pkg != nil {
						set[v.Pkg.Pkg.Path()+".init"] = true
					}
				}
			}
			switch in := instr.(type) {
			case *ssa.MakeInterface:
				l.methodsOf(in.X.Type(), set, 0)
			case *ssa.MakeClosure:
				set[l.target(in.Fn.(*ssa.Function))] = true
			}
		}
	}
	delete(set, Symbol(fn))
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	sort.Strings(out)
	return out
}

// target sees through the wrappers SSA makes for method values and expressions.
func (l *lowerer) target(fn *ssa.Function) string {
	if obj, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" && fn.Parent() == nil {
		if name := fn.Name(); strings.HasSuffix(name, "$bound") || strings.HasSuffix(name, "$thunk") || fn.Origin() == nil {
			return SymbolOf(obj)
		}
	}
	return Symbol(fn)
}

// methodsOf adds the methods a type has, itself and through embedded fields.
func (l *lowerer) methodsOf(t types.Type, set map[string]bool, depth int) {
	if depth > maxTypeDepth {
		return
	}
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		for m := range n.Origin().Methods() {
			set[SymbolOf(m)] = true
		}
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		for f := range s.Fields() {
			if f.Embedded() {
				l.methodsOf(f.Type(), set, depth+1)
			}
		}
	}
}

// importReached adds what the kept functions reach in imports, transitively, so
// that the unit stands by itself.
func (l *lowerer) importReached() {
	have := map[string]bool{}
	var work []string
	for _, f := range l.unit.Funcs {
		have[f.Name] = true
	}
	for s := range l.kept {
		work = append(work, l.refs[s]...)
	}
	sort.Strings(work)
	imports := l.importUnits()
	files := map[string]bool{}
	for len(work) > 0 {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		if have[s] {
			continue
		}
		for _, u := range imports {
			f := u.find(s)
			if f == nil {
				continue
			}
			have[s] = true
			files[f.Pos.File] = true
			l.unit.Funcs = append(l.unit.Funcs, f)
			work = append(work, u.reach(f)...)
			l.importTypes(u, f)
			break
		}
	}
	for _, u := range imports {
		for _, d := range u.Directives {
			if files[d.Pos.File] {
				l.unit.Directives = append(l.unit.Directives, d)
			}
		}
	}
}

// importUnits lists the units of the direct imports, by path.
func (l *lowerer) importUnits() []*Unit {
	var out []*Unit
	for _, p := range l.Pkg.Imports() {
		if u := l.Imports(p.Path()); u != nil {
			out = append(out, u)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Path < out[j].Path })
	return out
}

// find returns the unit's function of that name, or nil.
func (u *Unit) find(symbol string) *Func {
	i := sort.Search(len(u.Funcs), func(i int) bool { return u.Funcs[i].Name >= symbol })
	if i < len(u.Funcs) && u.Funcs[i].Name == symbol {
		return u.Funcs[i]
	}
	return nil
}

func (u *Unit) typ(name string) *Type {
	i := sort.Search(len(u.Types), func(i int) bool { return u.Types[i].Name >= name })
	if i < len(u.Types) && u.Types[i].Name == name {
		return u.Types[i]
	}
	return nil
}

// reach lists what a lowered function refers to.
func (u *Unit) reach(f *Func) []string {
	set := map[string]bool{}
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			in := &f.Blocks[b].Instrs[i]
			switch in.Op {
			case Call, MakeClosure, MakeBound:
				set[in.Sym] = true
			case MakeIface:
				u.methodsOf(in.Sym, set, 0)
			}
			for _, a := range in.Args {
				switch a.Kind {
				case Function:
					set[a.Sym] = true
				case Global:
					if j := strings.LastIndexByte(a.Sym, '.'); j > 0 {
						set[a.Sym[:j]+".init"] = true
					}
				}
			}
		}
	}
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	sort.Strings(out)
	return out
}

func (u *Unit) methodsOf(typ string, set map[string]bool, depth int) {
	if depth > maxTypeDepth {
		return
	}
	base := Bare(strings.TrimPrefix(typ, "*"))
	for _, prefix := range []string{"(" + base + ").", "(*" + base + ")."} {
		i := sort.Search(len(u.Funcs), func(i int) bool { return u.Funcs[i].Name >= prefix })
		for ; i < len(u.Funcs) && strings.HasPrefix(u.Funcs[i].Name, prefix); i++ {
			set[u.Funcs[i].Name] = true
		}
	}
	if t := u.typ(strings.TrimPrefix(typ, "*")); t != nil {
		for _, f := range t.Fields {
			if f.Embedded {
				u.methodsOf(f.Type, set, depth+1)
			}
		}
	}
}
