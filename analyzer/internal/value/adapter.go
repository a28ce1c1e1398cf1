package value

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// An Adapter is a handler that a framework function made and whose body is not
// needed: it passes every request on to Inner (StripPrefix, TimeoutHandler), or,
// with Leaf, acts itself (FileServer).
type Adapter struct {
	Type  string
	Name  string // symbol of the function that made it
	Role  string // "static", "redirect", "csrf", "timeout", …
	Leaf  bool
	Inner Value
	Shape string // of Inner, where that is no handler of the adapter's own form
	Strip bool
	// Prefix is what Inner does not see of the path, when Strip is set.
	Prefix Text
	Pos    program.Pos
	Asks   *Asked // what it asks for before it passes a request on, or nil
}

// Asked is what an adapter asks for: a session, and perhaps more. Unsure says that it may ask
// for nothing.
type Asked struct {
	More    bool
	Demands []string
	Unsure  bool
}

// NativeType implements [NativeObject].
func (a *Adapter) NativeType() string { return a.Type }

// FieldCell implements [NativeObject]; an adapter's fields are not followed.
func (a *Adapter) FieldCell(name, typ string) *Cell { return &Cell{Type: typ} }

// AskedBy reads what is asked for out of options: the address of a struct, or nil. The field
// that says whether a session is required is given as what it points to.
func AskedBy(options Value, field func(name string) Value, required, more string) *Asked {
	switch Deref(options).(type) {
	case nil, Nil:
		return &Asked{}
	case Pointer:
	default:
		return &Asked{Unsure: true}
	}
	out := &Asked{}
	switch v := Deref(field(required)).(type) {
	case nil, Nil:
	case Bool:
		if !v {
			return nil
		}
	default:
		out.Unsure = true
	}
	switch v := Deref(field(more)).(type) {
	case nil, Nil:
	case *Func:
		out.More, out.Demands = true, named(v.Fn)
	default:
		out.Unsure = true
	}
	return out
}

// named are the texts that a function names.
func named(fn *program.Func) []string {
	var out []string
	if fn == nil {
		return nil
	}
	for in := range fn.All() {
		for _, a := range in.Args {
			if a.Const != nil && a.Const.Kind == program.ConstString && a.Const.Str != "" {
				out = append(out, a.Const.Str)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
