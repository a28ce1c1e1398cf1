package program

import (
	"go/types"
	"sort"
	"strconv"
	"strings"
)

// typeName spells a type and enters it in the table.
func (l *lowerer) typeName(t types.Type) string {
	if t == nil {
		return ""
	}
	if name, ok := l.names[t]; ok {
		return name
	}
	name := l.spell(t)
	l.names[t] = name
	if l.types[name] == nil {
		l.enter(name, t)
	}
	return name
}

func (l *lowerer) spell(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return "$" + t.Obj().Name()
	case *types.Pointer:
		return "*" + l.spell(t.Elem())
	case *types.Slice:
		return "[]" + l.spell(t.Elem())
	case *types.Array:
		return "[" + strconv.FormatInt(t.Len(), 10) + "]" + l.spell(t.Elem())
	case *types.Map:
		return "map[" + l.spell(t.Key()) + "]" + l.spell(t.Elem())
	case *types.Named:
		name := t.Obj().Name()
		if p := t.Obj().Pkg(); p != nil {
			name = p.Path() + "." + name
		}
		if args := t.TypeArgs(); args != nil {
			var list []string
			for a := range args.Types() {
				list = append(list, l.spell(a))
			}
			name += "[" + strings.Join(list, ",") + "]"
		}
		return name
	case *types.Tuple:
		var list []string
		for v := range t.Variables() {
			list = append(list, l.spell(v.Type()))
		}
		return "(" + strings.Join(list, ", ") + ")"
	case *types.Signature:
		return "func" + l.spell(t.Params()) + " " + l.spell(t.Results())
	default:
		return types.TypeString(t, func(p *types.Package) string { return p.Path() })
	}
}

// enter adds a type to the table; the parts it names follow, except the fields
// of structs, which are added when code touches them.
func (l *lowerer) enter(name string, t types.Type) {
	t = types.Unalias(t)
	out := &Type{Name: name}
	l.types[name] = out
	_, out.Named = t.(*types.Named)
	if _, ok := t.(*types.TypeParam); ok {
		out.Kind = KindTypeParam
		return
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		out.Kind = basicKind(u)
		if !out.Named {
			delete(l.types, name) // every machine knows these
		}
	case *types.Pointer:
		out.Kind, out.Elem = KindPointer, l.typeName(u.Elem())
	case *types.Slice:
		out.Kind, out.Elem = KindSlice, l.typeName(u.Elem())
		out.ElemSize = l.sizeof(u.Elem())
	case *types.Array:
		out.Kind, out.Elem, out.Len = KindArray, l.typeName(u.Elem()), int(u.Len())
	case *types.Map:
		out.Kind, out.Key, out.Elem = KindMap, l.typeName(u.Key()), l.typeName(u.Elem())
	case *types.Chan:
		out.Kind, out.Elem = KindChan, l.typeName(u.Elem())
	case *types.Struct:
		out.Kind, out.Opaque = KindStruct, true
		if !out.Named {
			l.fields(out, u)
		}
	case *types.Interface:
		out.Kind = KindInterface
		for m := range u.Methods() {
			out.Methods = append(out.Methods, m.Name())
		}
		sort.Strings(out.Methods)
	case *types.Signature:
		out.Kind, out.Variadic = KindFunc, u.Variadic()
		for v := range u.Params().Variables() {
			out.Params = append(out.Params, l.spell(v.Type()))
		}
		for v := range u.Results().Variables() {
			out.Results = append(out.Results, l.spell(v.Type()))
		}
	case *types.Tuple:
		out.Kind = KindTuple
	}
}

func (l *lowerer) sizeof(t types.Type) (n int) {
	defer func() {
		if recover() != nil { // a type parameter has no size
			n = 8
		}
	}()
	return int(l.Sizes.Sizeof(t))
}

func basicKind(b *types.Basic) TypeKind {
	switch {
	case b.Info()&types.IsBoolean != 0:
		return KindBool
	case b.Info()&types.IsInteger != 0:
		return KindInt
	case b.Info()&types.IsFloat != 0:
		return KindFloat
	case b.Info()&types.IsString != 0:
		return KindString
	}
	return KindOther
}

// touch gives a struct its fields in the table, and embedded structs theirs.
func (l *lowerer) touch(t types.Type) {
	t = types.Unalias(t)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	name := l.typeName(t)
	if l.touched[name] {
		return
	}
	l.touched[name] = true
	l.fields(l.types[name], s)
}

func (l *lowerer) fields(out *Type, s *types.Struct) {
	out.Opaque = false
	out.Fields = nil
	for f := range s.Fields() {
		out.Fields = append(out.Fields, StructField{Name: f.Name(), Type: l.typeName(f.Type()), Embedded: f.Embedded()})
		switch types.Unalias(f.Type()).Underlying().(type) {
		case *types.Struct, *types.Array:
			l.touch(f.Type()) // stored inside: its zero value is needed with the outer one
		case *types.Pointer:
			if f.Embedded() {
				l.touch(f.Type())
			}
		}
	}
}

// importTypes copies the types an imported function mentions.
func (l *lowerer) importTypes(u *Unit, f *Func) {
	for _, v := range f.Params {
		l.importType(u, v.Type)
	}
	for _, v := range f.Free {
		l.importType(u, v.Type)
	}
	for _, t := range f.Results {
		l.importType(u, t)
	}
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			in := &f.Blocks[b].Instrs[i]
			l.importType(u, in.Type)
			switch in.Op {
			case MakeIface, TypeAssert:
				l.importType(u, in.Sym)
			case Invoke:
				if recv, _, ok := SplitMethod(in.Sym); ok {
					l.importType(u, recv)
				}
			}
			for _, t := range in.TypeArgs {
				l.importType(u, t)
			}
			for _, a := range in.Args {
				if a.Const != nil {
					l.importType(u, a.Const.Type)
				}
			}
		}
	}
}

func (l *lowerer) importType(u *Unit, name string) {
	if name == "" {
		return
	}
	t := u.typ(name)
	if t == nil {
		return
	}
	if have := l.types[name]; have != nil && (!have.Opaque || t.Opaque) {
		return
	}
	l.types[name] = t
	l.importType(u, t.Elem)
	l.importType(u, t.Key)
	for _, f := range t.Fields {
		l.importType(u, f.Type)
	}
}
