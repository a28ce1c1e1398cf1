package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A program may give its steps a context of its own: a struct around the framework's, with
// fields that one step fills and another one asks for.
//
//	type Context struct {
//		echo.Context
//		User *User
//	}
//
// These fields are like keys of the context.

// ownContext is the type of such a struct, by that of a pointer to it; nil if it is none.
func (r *run) ownContext(pointer string) *program.Type {
	name, ok := strings.CutPrefix(pointer, "*")
	t := r.prog.Type(name)
	if !ok || t == nil || t.Kind != program.KindStruct || r.isContext(pointer) {
		return nil
	}
	for _, f := range t.Fields {
		if r.wraps(f) {
			return t
		}
	}
	return nil
}

func (r *run) wraps(f program.StructField) bool { return f.Embedded && r.isContext(f.Type) }

// ownField is the address of a field of the program's own context.
func (a *activation) ownField(pointer string, in *program.Instr) (av, bool) {
	t := a.ownContext(pointer)
	if t == nil || in.N >= len(t.Fields) {
		return av{}, false
	}
	if a.wraps(t.Fields[in.N]) {
		return av{role: frameworks.RoleContext, nilness: nonNil}, true
	}
	return keptField(ownKey(pointer, t.Fields[in.N])), true
}

func ownKey(pointer string, f program.StructField) string {
	return strings.TrimPrefix(pointer, "*") + "." + f.Name
}

// handsOwn is the state after a step has made a context of the program's own, for the steps behind
// it: what it has put into its fields is there for them.
func (r *run) handsOwn(args []av, st *state) *state {
	for _, arg := range args {
		ptr, ok := value.Deref(arg.v).(value.Pointer)
		if !ok || !r.local(ptr.Cell) {
			continue
		}
		pointer := "*" + ptr.Cell.Type
		t := r.ownContext(pointer)
		s, made := ptr.Cell.Val.(*value.Struct)
		if t == nil || !made {
			continue
		}
		st = st.clone()
		for i, f := range t.Fields {
			if i >= len(s.Fields) || s.Fields[i] == nil || r.wraps(f) {
				continue
			}
			if v, written := r.read(st, s.Fields[i]); written {
				r.storeField(keptField(ownKey(pointer, f)), v, st)
			}
		}
	}
	return st
}
