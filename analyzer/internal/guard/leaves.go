package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// What a step leaves in the context may be a struct that is there for everybody, and
// says who asks in a field: nil, "" or false for those who prove nothing. The fields
// are places of their own.

// fieldOrigin numbers the place that a field of what the context holds is.
func (r *run) fieldOrigin(origin int, name string) int {
	if origin == 0 || name == "" {
		return 0
	}
	k := r.origins[origin-1]
	if k.source != frameworks.SourceContext && k.source != frameworks.SourceSession {
		return 0
	}
	k.field += "." + name
	return r.number(k)
}

// fieldName is the name of the field that a cell of a struct is.
func (r *run) fieldName(s *value.Struct, c *value.Cell) string {
	t := r.prog.Type(s.Type)
	for i, f := range s.Fields {
		if f == c && t != nil && i < len(t.Fields) {
			return t.Fields[i].Name
		}
	}
	return ""
}

// pointee stands for a field: the pointer that the interface in a place is around. There may be one that is nil:
//
//	var user *User // nobody
//	ctx = context.WithValue(ctx, key, user)
//
// Who asks whether there is something, or whether it has the type, finds it; who asks for the pointer does not.
const pointee = "()"

// deepest is how many structs within one another are looked into.
const deepest = 3

// leaves notes what of a value that is put into a place of the context is there for a
// request that proves nothing, and what may be, because it is found by what anybody can
// send.
func (c *effectCall) leaves(place int, v av, depth int) {
	if place == 0 {
		return
	}
	empty, known := emptiness(v)
	switch n := value.Deref(v.v).(type) {
	case value.Bool:
		empty = !bool(n)
	case value.Int: // what number is asked for is not known
		empty, known = n == 0, n == 0
	}
	known = known && v.lab&Found == 0 // that it is there is asked of whoever has sent the key
	switch {
	case known && !empty:
		c.st.note().stored = c.st.stored.with(place)
		if v.hollow {
			return
		}
		c.st.note().stored = c.st.stored.with(c.fieldOrigin(place, pointee))
		c.leavesParts(place, v, depth)
	case !known && v.lab&proof == 0: // found by what anybody may send
		c.claims = c.claims.with(place)
		c.claims = c.claims.with(c.fieldOrigin(place, "*"))
	}
}

// leavesParts does so for the fields of a struct, or of one that a value points to.
func (c *effectCall) leavesParts(place int, v av, depth int) {
	if v.lab&proof != 0 {
		return
	}
	s := c.structOf(v.v)
	if s == nil || depth == deepest {
		if c.hasFields(v) {
			c.claims = c.claims.with(c.fieldOrigin(place, "*"))
		}
		return
	}
	for i, f := range s.Fields {
		if f == nil {
			continue
		}
		name := "*"
		if t := c.prog.Type(s.Type); t != nil && i < len(t.Fields) {
			name = t.Fields[i].Name
		}
		c.leaves(c.fieldOrigin(place, name), c.load(f, c.st, f.Type), depth+1)
	}
	if _, filled := c.filledStruct(s); filled {
		c.claims = c.claims.with(c.fieldOrigin(place, "*"))
	}
}

// structOf is the struct that a value is or points to, if it is known.
func (c *effectCall) structOf(v value.Value) *value.Struct {
	switch v := value.Deref(v).(type) {
	case *value.Struct:
		return v
	case value.Pointer:
		if whole, ok := c.read(c.st, v.Cell); ok {
			s, _ := whole.v.(*value.Struct)
			return s
		}
		s, _ := v.Cell.Val.(*value.Struct)
		return s
	}
	return nil
}

// hasFields reports whether a value may be a struct, or point to one.
func (c *effectCall) hasFields(v av) bool {
	switch value.Deref(v.v).(type) {
	case value.Text, value.Bool, value.Int, *value.Func:
		return false
	}
	return v.dyn != "string" && v.dyn != "int" && v.dyn != "bool"
}

// absentPart is a field that the struct in the context does not have for a request that
// proves nothing: there is no struct.
func (r *run) absentPart(base av, name, typ string) av {
	out := zeroAV(r.prog, typ)
	out.lab, out.origin = base.lab|ofField(name), r.fieldOrigin(base.origin, name)
	if typ == "bool" {
		out.attr = name
	}
	return r.shared(out)
}

// storeAbsent stores the fields that a struct from the context does not have, because
// a request that proves nothing has none: what they hold for others comes from there.
func (r *run) storeAbsent(st *state, c *value.Cell, s *value.Struct, v av) {
	t := r.prog.Type(s.Type)
	dst, ok := c.Val.(*value.Struct)
	if _, filled := r.filledStruct(s); !ok || t == nil || v.lab&Context == 0 || filled {
		return
	}
	for i, part := range t.Fields {
		if i < len(s.Fields) && s.Fields[i] != nil {
			continue
		}
		f := r.field(dst, i, part.Type, r.owner[c])
		got := r.absentPart(v, part.Name, part.Type)
		if inner, ok := got.v.(*value.Struct); ok {
			r.storeStruct(st, f, inner, got)
			continue
		}
		r.write(st, f, got)
	}
}

// among reports whether a place is one of those that may hold something for who
// proves nothing, and a condition asks for what is there.
func (k Key) among(keys []Key, c *cond) bool {
	for _, other := range keys {
		if k == other && (c.presence || k.field != "") {
			return true
		}
		if above, any := strings.CutSuffix(other.field, "*"); any && strings.HasPrefix(k.field, above) {
			if other.field = k.field; k == other {
				return true
			}
		}
	}
	return false
}
