package program

import (
	"go/types"
	"sort"
	"strings"
)

// typeName spells a type and enters it in the table.
func (l *lowerer) typeName(t types.Type) string {
	if t == nil {
		return ""
	}
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() == 0 {
		return "" // a call without results
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
			l.touched[name] = true
			l.fields(out, u, true)
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

// touch gives a struct its fields in the table, and the structs stored inside theirs.
func (l *lowerer) touch(t types.Type) {
	t = types.Unalias(t)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	switch u := t.Underlying().(type) {
	case *types.Array:
		l.touch(u.Elem())
	case *types.Struct:
		name := l.typeName(t)
		if !l.touched[name] {
			l.touched[name] = true
			l.fields(l.types[name], u, l.ours(t))
		}
	}
}

// ours reports whether a type's fields can matter beyond the one that is named:
// it belongs to this package, or to one that has a program of its own. The
// standard library's structs are values whose parts nobody here looks at.
func (l *lowerer) ours(t types.Type) bool {
	n, ok := t.(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.Obj().Pkg() == l.Pkg {
		return true
	}
	path := n.Obj().Pkg().Path()
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ".") || l.Imports(path) != nil
}

// boxed gives the fields of a type that is stored in an interface: its embedded
// fields say which methods it has. Of a function, those of what it returns.
func (l *lowerer) boxed(t types.Type) {
	if sig, ok := t.Underlying().(*types.Signature); ok {
		for v := range sig.Results().Variables() {
			if _, isFunc := v.Type().Underlying().(*types.Signature); !isFunc {
				l.boxed(v.Type())
			}
		}
		l.tagged(sig)
	}
	base := types.Unalias(t)
	if p, ok := base.(*types.Pointer); ok {
		base = types.Unalias(p.Elem())
	}
	if l.ours(base) {
		l.touch(t)
		l.methodNames(base)
	}
}

// methodNames notes which methods a struct has, so that it is known which ones it does
// not have. Of libraries' structs nobody asks that.
func (l *lowerer) methodNames(t types.Type) {
	n, ok := t.(*types.Named)
	if _, isStruct := t.Underlying().(*types.Struct); !ok || !isStruct || !l.Main {
		return
	}
	out := l.types[l.typeName(t)]
	if out == nil || out.Methods != nil {
		return
	}
	set := types.NewMethodSet(types.NewPointer(n))
	out.Methods = []string{}
	for m := range set.Methods() {
		out.Methods = append(out.Methods, m.Obj().Name())
		l.tagged(m.Type().(*types.Signature))
	}
	sort.Strings(out.Methods)
}

// tagged gives the fields of the struct that a function takes after a context, if it
// embeds one: in its tag a framework may find which route the function is.
func (l *lowerer) tagged(sig *types.Signature) {
	if sig.Params().Len() != 2 || !l.Main {
		return
	}
	p, ok := types.Unalias(sig.Params().At(1).Type()).(*types.Pointer)
	if !ok {
		return
	}
	s, ok := p.Elem().Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i := range s.NumFields() {
		if s.Field(i).Embedded() {
			l.touch(p)
			return
		}
	}
}

func (l *lowerer) fields(out *Type, s *types.Struct, ours bool) {
	out.Opaque = false
	if s.NumFields() == 0 {
		return
	}
	out.Fields = make([]StructField, s.NumFields())
	for i := range out.Fields {
		f := s.Field(i)
		out.Fields[i] = StructField{Name: f.Name(), Type: l.spell(f.Type()), Embedded: f.Embedded(), Tag: s.Tag(i)}
		if !ours && !f.Exported() {
			continue
		}
		l.typeName(f.Type())
		switch u := types.Unalias(f.Type()).Underlying().(type) {
		case *types.Struct, *types.Array: // stored inside: its zero value is needed with the outer one
			l.boxed(f.Type())
		case *types.Pointer:
			if f.Embedded() {
				l.boxed(u)
			}
		}
	}
}
