package value

import "github.com/guardvet/guardvet/analyzer/internal/program"

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
}

// NativeType implements [NativeObject].
func (a *Adapter) NativeType() string { return a.Type }

// FieldCell implements [NativeObject]; an adapter's fields are not followed.
func (a *Adapter) FieldCell(name, typ string) *Cell { return &Cell{Type: typ} }
