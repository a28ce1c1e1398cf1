package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Lists of functions that are put together while a request is served: which middleware an
// operation passes is looked up when it is called. Where all of the functions are known, so
// is the list. Lists of anything else are known by what they come from alone.

// maxFunctions bounds such a list.
const maxFunctions = 32

// listsFunctions reports whether a type is a list of functions.
func (r *run) listsFunctions(typ string) bool {
	t := r.prog.Type(typ)
	return t != nil && t.Kind == program.KindSlice && r.isFunction(t.Elem)
}

// newList is a list that is made while serving; of one that begins empty that is known.
func (r *run) newList(in *program.Instr, length av) av {
	if n, ok := length.v.(value.Int); ok && n == 0 && length.lab == 0 {
		return av{v: r.listOfFunctions(in.Type, nil), nilness: nonNil}
	}
	return av{nilness: nonNil}
}

// withFunctions is a list of functions to which others were appended; nil if not all of
// them are known.
func (r *run) withFunctions(to, more av, in *program.Instr, st *state) value.Value {
	if !r.listsFunctions(in.Type) || to.lab|more.lab != 0 {
		return nil
	}
	list, ok := r.functionsOf(to, st)
	if !ok {
		return nil
	}
	others, ok := r.functionsOf(more, st)
	if !ok || len(list)+len(others) > maxFunctions {
		return nil
	}
	return r.listOfFunctions(in.Type, append(list, others...))
}

// functionsOf lists the functions of a list, and whether they are known.
func (r *run) functionsOf(list av, st *state) (out []value.Value, ok bool) {
	var cells []*value.Cell
	switch v := value.Deref(list.v).(type) {
	case value.Nil:
		return nil, true
	case *value.Slice:
		cells = v.Array.Elems[v.Off : v.Off+v.Len]
	case value.Pointer: // the arguments of a variadic call: see part2
		s, isStruct := v.Cell.Val.(*value.Struct)
		n, isArray := arrayLength(v.Cell.Type)
		if !isStruct || !isArray || n != len(s.Fields) {
			return nil, false
		}
		cells = s.Fields
	default:
		return nil, false
	}
	for _, c := range cells {
		if c == nil {
			return nil, false
		}
		fn, isFunc := value.Deref(r.load(c, st, "").v).(*value.Func)
		if !isFunc {
			return nil, false
		}
		out = append(out, fn)
	}
	return out, true
}

// listOfFunctions is a list of functions, or of anything if it is empty: one list for the same functions, so that states
// can be equal.
func (r *run) listOfFunctions(typ string, functions []value.Value) *value.Slice {
	key := append([]byte(typ), 0)
	for _, fn := range functions {
		key = append(r.spellValue(key, fn), 0)
	}
	k := string(key)
	if r.lists[k] == nil {
		cells := make([]*value.Cell, len(functions))
		for i, fn := range functions {
			cells[i] = &value.Cell{Val: fn}
		}
		r.lists[k] = &value.Slice{Type: typ, Array: &value.Array{Elems: cells}, Len: len(cells), Cap: len(cells)}
	}
	return r.lists[k]
}

// holdsParts reports whether the first element of a list is a function, or a struct of a list
// that is gone through element by element. Of a list without elements it is known what becomes.
func holdsParts(list *value.Slice) bool {
	if list.Len == 0 {
		return true
	}
	switch first := value.Deref(list.Array.Elems[list.Off].Val).(type) {
	case *value.Func:
		return true
	case value.Choice:
		return callable(first)
	case *value.Struct:
		return list.Len < maxCount
	}
	return false
}

// wrapsUnread notes that a function which is not known is given a function, and makes one of
// it: what stands around that one now, nobody knows.
func (r *run) wrapsUnread(in *program.Instr, args []av) {
	if !r.isFunction(in.Type) {
		return
	}
	for _, a := range args {
		if _, ok := value.Deref(a.v).(*value.Func); ok {
			r.marks.unknownNext = true
		}
	}
}

// handsUnread notes that a function which is not known is given one thing, in which both the response and the
// request are: that is how routers of other forms than those that are known call the handlers of their routes.
func (r *run) handsUnread(args []av, st *state) {
	if len(args) != 1 || args[0].role != 0 {
		return
	}
	holds := func(role frameworks.Role) bool { return r.look(st, role).value(&args[0], 0) }
	if holds(frameworks.RoleWriter) && holds(frameworks.RoleRequest) {
		r.marks.unknownNext = true
	}
}
