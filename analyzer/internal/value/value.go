// Package value holds what the machines compute with: the values of a Go program
// as far as they are known before it runs, and the storage they live in.
//
// Storage is a tree of cells. A variable, a field, an element is a [Cell]; a
// struct or array stored in a cell owns the cells of its parts, so the address of
// a field is just a pointer to a smaller cell, and copying a struct copies its
// cells. What is not known is an [Unknown] that keeps its reason.
package value

import (
	"slices"
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A Value is a Go value, as far as it is known. Values are immutable, except
// for the storage that Pointer, Slice, Map and Native refer to.
type Value interface{ value() }

type (
	// Unknown is a value that could not be computed, or that only exists once
	// requests arrive.
	Unknown struct {
		Type   string
		Reason string // why, in words for the list of incomplete places; may be empty
		Pos    program.Pos
		NonNil bool // in an interface: whatever it is, the interface holds something
		// Unsigned: what asks it who has signed a token is not told.
		Unsigned bool
	}

	// Nil is the nil of any nillable type.
	Nil struct{ Type string }

	// Bool, Int and Float are constants.
	Bool  bool
	Int   int64
	Float string

	// Text is a string, known in whole or in parts. A known string has one
	// literal part or none.
	Text struct{ Parts []Part }

	// Regexp is a compiled regular expression, by its text.
	Regexp string

	// Func is a function value: a function with its captured values, a bound
	// method, or a function that has no body here (Fn nil).
	Func struct {
		Symbol   string
		Fn       *program.Func // nil when the body is not known
		Free     []Value       // captured, in the order of Fn.Free
		Recv     Value         // bound receiver of a method value; nil if none
		Type     string        // the named type it was converted to: "net/http.HandlerFunc"
		TypeArgs []string
		Pos      program.Pos // where the value was made
		// By is the call by which a framework was asked for it, if a framework made it.
		By *program.Instr
	}

	// Pointer is the address of a cell.
	Pointer struct{ Cell *Cell }

	// Struct is a struct value. Loading one from a cell copies it.
	Struct struct {
		Type   string
		Fields []*Cell
		Born   int // as of a Cell; fields are made on first use and are as old as the struct
	}

	// Array is an array value, or what a slice refers to.
	Array struct {
		Type  string
		Elems []*Cell
	}

	// Slice is a view of an array; Cap counts from Off.
	Slice struct {
		Type          string
		Array         *Array
		Off, Len, Cap int
	}

	// Map is a map. Keys keep the order of insertion, which stands in for Go's
	// random order: tables do not depend on it.
	Map struct {
		Type string
		Data *MapData
	}

	// Iface is an interface value that is not nil.
	Iface struct {
		Type string // the dynamic type
		Val  Value
	}

	// Tuple is the result of a call with several results.
	Tuple []Value

	// Choice is one of several values, and it is not known which: a variable
	// set differently in the arms of a condition.
	Choice struct{ Alts []Alt }

	// Native is a value whose behaviour a framework table describes: a router,
	// a route under construction, an adapted handler.
	Native struct{ Obj NativeObject }
)

// A NativeObject is a framework object; the evaluator defines what it does.
type NativeObject interface {
	// NativeType is the Go type, without pointer: "github.com/gin-gonic/gin.Engine".
	NativeType() string
	// FieldCell returns the storage of a field that the application sets.
	FieldCell(name, typ string) *Cell
}

// A Part is a piece of a Text: a literal, or (Hole) text that is not known.
type Part struct {
	Lit  string
	Hole bool
	Name string // what the hole stands for, for messages: "cfg.Prefix"
}

// An Alt is an alternative of a Choice and the condition (source text) under
// which it is the value; empty when not known.
type Alt struct {
	Val  Value
	Cond string
}

// A Cell is a place that holds a value. A nil Val is the zero value of Type, made on demand.
type Cell struct {
	Type string
	Val  Value
	Pos  program.Pos // where the variable was made
	Born int         // the evaluator's clock when it was made
}

// MapData is the storage of a map. Keys are added at the end, and taken out by Delete.
type MapData struct {
	Keys  []Value
	Vals  []*Cell
	Holes bool // entries with unknown keys were added

	at     map[string]int // of the known keys that Find has seen, by spelling
	listed int            // how many keys it has seen
}

// Find returns the place of a key, spelled as by [Key], or -1. A program may spell out a map
// of tens of thousands of entries, and each of them is looked for. It is not for several at once: what
// it has seen is kept.
func (d *MapData) Find(key string) int {
	const few = 16
	if len(d.Keys) <= few {
		return slices.IndexFunc(d.Keys, func(v Value) bool { k, ok := Key(v); return ok && k == key })
	}
	if d.at == nil {
		d.at = map[string]int{}
	}
	for ; d.listed < len(d.Keys); d.listed++ {
		if k, ok := Key(d.Keys[d.listed]); ok {
			if _, again := d.at[k]; !again {
				d.at[k] = d.listed
			}
		}
	}
	if i, ok := d.at[key]; ok {
		return i
	}
	return -1
}

// Delete takes an entry out.
func (d *MapData) Delete(i int) {
	d.Keys = append(d.Keys[:i:i], d.Keys[i+1:]...)
	d.Vals = append(d.Vals[:i:i], d.Vals[i+1:]...)
	d.at, d.listed = nil, 0
}

func (*Unknown) value() {}
func (Nil) value()      {}
func (Bool) value()     {}
func (Int) value()      {}
func (Float) value()    {}
func (Text) value()     {}
func (Regexp) value()   {}
func (*Func) value()    {}
func (Pointer) value()  {}
func (*Struct) value()  {}
func (*Array) value()   {}
func (*Slice) value()   {}
func (*Map) value()     {}
func (Iface) value()    {}
func (Tuple) value()    {}
func (Choice) value()   {}
func (Native) value()   {}

// String makes a known string.
func String(s string) Text {
	if s == "" {
		return Text{}
	}
	return Text{Parts: []Part{{Lit: s}}}
}

// Known returns the string and whether all of it is known.
func (t Text) Known() (string, bool) {
	switch {
	case len(t.Parts) == 0:
		return "", true
	case len(t.Parts) == 1 && !t.Parts[0].Hole:
		return t.Parts[0].Lit, true
	}
	return "", false
}

// Concat joins two strings, known or not.
func Concat(a, b Text) Text {
	parts := append(append([]Part{}, a.Parts...), b.Parts...)
	out := parts[:0]
	for _, p := range parts {
		last := len(out) - 1
		if !p.Hole && last >= 0 && !out[last].Hole {
			out[last].Lit += p.Lit
			continue
		}
		out = append(out, p)
	}
	if len(out) > maxParts {
		out = append(out[:maxParts:maxParts], Part{Hole: true, Name: "…"})
	}
	return Text{Parts: shortened(out)}
}

// shortened replaces what follows the first maxBytes of literal text by a hole.
func shortened(parts []Part) []Part {
	left := maxBytes
	for i, p := range parts {
		if left -= len(p.Lit); left < 0 {
			p.Lit = strings.ToValidUTF8(p.Lit[:len(p.Lit)+left], "")
			return append(parts[:i:i], p, Part{Hole: true, Name: "…"})
		}
	}
	return parts
}

// What bounds a string that is put together: its pieces, and the bytes of those that are
// known. One built in a loop must not grow for ever, nor double sixty times.
const (
	maxParts = 32
	maxBytes = 1 << 13
)

// String shows the text with its holes as "{?name}" or "{?}".
func (t Text) String() string {
	var b strings.Builder
	for _, p := range t.Parts {
		if p.Hole {
			b.WriteString("{?" + p.Name + "}")
			continue
		}
		b.WriteString(p.Lit)
	}
	return b.String()
}

// Hole is a string of which nothing is known but where it came from.
func Hole(name string) Text { return Text{Parts: []Part{{Hole: true, Name: name}}} }

// AsText views a value as a string: a Text as itself, anything else as a hole.
func AsText(v Value) Text {
	switch v := v.(type) {
	case Text:
		return v
	case Iface:
		return AsText(v.Val)
	case Int:
		return String(strconv.FormatInt(int64(v), 10))
	case Bool:
		return String(strconv.FormatBool(bool(v)))
	case Choice:
		return common(v)
	case *Unknown:
		if !strings.Contains(v.Reason, " ") { // a name
			return Hole(v.Reason)
		}
	}
	return Hole("")
}

// Deref takes interface wrappers off.
func Deref(v Value) Value {
	for {
		i, ok := v.(Iface)
		if !ok {
			return v
		}
		v = i.Val
	}
}

// Key returns a comparable spelling of a value used as a map key; ok is false
// when the value is not known well enough.
func Key(v Value) (string, bool) {
	b, ok := AppendKey(nil, v)
	return string(b), ok
}

// AppendKey appends the spelling that [Key] returns; if ok is false, b is as it was.
func AppendKey(b []byte, v Value) (out []byte, ok bool) {
	switch v := v.(type) {
	case Text:
		if s, ok := v.Known(); ok {
			return append(append(b, 's'), s...), true
		}
	case Int:
		return strconv.AppendInt(append(b, 'i'), int64(v), 10), true
	case Bool:
		return strconv.AppendBool(append(b, 'b'), bool(v)), true
	case Float:
		return append(append(b, 'f'), v...), true
	case Nil:
		return append(b, "nil"...), true
	case Iface:
		if out, ok := AppendKey(append(append(b, v.Type...), ':'), v.Val); ok {
			return out, true
		}
	}
	return b, false
}
