package program

import (
	"cmp"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// spell writes a type as types.TypeString does with import paths, except that
// a type parameter is "$T", parameters have no names, the empty interface is
// "any" however it was written, aliases are resolved, and a type declared inside
// a function has a number ("p.T·1"): its name alone is not unique.
func (l *lowerer) spell(t types.Type) string {
	var b strings.Builder
	l.write(&b, t)
	return b.String()
}

func (l *lowerer) write(b *strings.Builder, t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		b.WriteString("$" + t.Obj().Name())
	case *types.Pointer:
		b.WriteString("*")
		l.write(b, t.Elem())
	case *types.Slice:
		b.WriteString("[]")
		l.write(b, t.Elem())
	case *types.Array:
		b.WriteString("[" + strconv.FormatInt(t.Len(), 10) + "]")
		l.write(b, t.Elem())
	case *types.Map:
		b.WriteString("map[")
		l.write(b, t.Key())
		b.WriteString("]")
		l.write(b, t.Elem())
	case *types.Chan:
		b.WriteString([]string{types.SendRecv: "chan ", types.SendOnly: "chan<- ", types.RecvOnly: "<-chan "}[t.Dir()])
		if e, ok := types.Unalias(t.Elem()).(*types.Chan); ok && t.Dir() != types.SendOnly && e.Dir() == types.RecvOnly {
			b.WriteString("(")
			defer b.WriteString(")")
		}
		l.write(b, t.Elem())
	case *types.Named:
		l.writeNamed(b, t)
	case *types.Tuple:
		l.writeTuple(b, t, false)
	case *types.Signature:
		b.WriteString("func")
		l.writeSignature(b, t)
	case *types.Struct:
		b.WriteString("struct{")
		for i := range t.NumFields() {
			if i > 0 {
				b.WriteString("; ")
			}
			f := t.Field(i)
			if !f.Embedded() {
				b.WriteString(f.Name() + " ")
			}
			l.write(b, f.Type())
			if tag := t.Tag(i); tag != "" {
				b.WriteString(" " + strconv.Quote(tag))
			}
		}
		b.WriteString("}")
	case *types.Interface:
		l.writeInterface(b, t)
	default:
		b.WriteString(types.TypeString(t, func(p *types.Package) string { return p.Path() }))
	}
}

func (l *lowerer) writeNamed(b *strings.Builder, t *types.Named) {
	obj := t.Obj()
	if p := obj.Pkg(); p != nil {
		b.WriteString(p.Path() + ".")
	}
	b.WriteString(obj.Name())
	if n := l.localNumber(obj); n > 0 {
		b.WriteString("·" + strconv.Itoa(n))
	}
	if t.TypeArgs().Len() == 0 && t.TypeParams().Len() > 0 { // inside its own declaration
		b.WriteString("[")
		for i := range t.TypeParams().Len() {
			if i > 0 {
				b.WriteString(",")
			}
			b.WriteString("$" + t.TypeParams().At(i).Obj().Name())
		}
		b.WriteString("]")
	}
	for i := range t.TypeArgs().Len() {
		b.WriteString([]string{"[", ","}[min(i, 1)])
		l.write(b, t.TypeArgs().At(i))
	}
	if t.TypeArgs().Len() > 0 {
		b.WriteString("]")
	}
}

func (l *lowerer) writeTuple(b *strings.Builder, t *types.Tuple, variadic bool) {
	b.WriteString("(")
	for i := range t.Len() {
		if i > 0 {
			b.WriteString(", ")
		}
		typ := t.At(i).Type()
		if s, ok := types.Unalias(typ).(*types.Slice); ok && variadic && i == t.Len()-1 {
			b.WriteString("...")
			typ = s.Elem()
		}
		l.write(b, typ)
	}
	b.WriteString(")")
}

func (l *lowerer) writeSignature(b *strings.Builder, t *types.Signature) {
	l.writeTuple(b, t.Params(), t.Variadic())
	switch t.Results().Len() {
	case 0:
	case 1:
		b.WriteString(" ")
		l.write(b, t.Results().At(0).Type())
	default:
		b.WriteString(" ")
		l.writeTuple(b, t.Results(), false)
	}
}

func (l *lowerer) writeInterface(b *strings.Builder, t *types.Interface) {
	if t.Empty() {
		b.WriteString("any")
		return
	}
	if !t.IsMethodSet() { // a constraint
		b.WriteString(types.TypeString(t, func(p *types.Package) string { return p.Path() }))
		return
	}
	b.WriteString("interface{")
	for i := range t.NumMethods() {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(t.Method(i).Name())
		l.writeSignature(b, t.Method(i).Signature())
	}
	b.WriteString("}")
}

// localNumber numbers the types of one name that functions declare, in the order
// of the source; 0 is a type of the package's own scope.
func (l *lowerer) localNumber(obj *types.TypeName) int {
	if obj.Pkg() != l.Pkg || obj.Parent() == nil || obj.Parent() == l.Pkg.Scope() {
		return 0
	}
	if l.locals == nil {
		l.locals = map[*types.TypeName]int{}
		var all []*types.TypeName
		for _, def := range l.Info.Defs {
			if tn, ok := def.(*types.TypeName); ok && tn.Parent() != l.Pkg.Scope() {
				all = append(all, tn)
			}
		}
		slices.SortFunc(all, func(a, b *types.TypeName) int { return cmp.Compare(a.Pos(), b.Pos()) })
		seen := map[string]int{}
		for _, tn := range all {
			if _, param := tn.Type().(*types.TypeParam); !param {
				seen[tn.Name()]++
				l.locals[tn] = seen[tn.Name()]
			}
		}
	}
	return l.locals[obj]
}
