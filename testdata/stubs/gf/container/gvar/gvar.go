// Package gvar has the form of gf's, and does nothing.
package gvar

// Var is a value of any type.
type Var struct{}

func (v *Var) IsNil() bool    { return true }
func (v *Var) String() string { return "" }
func (v *Var) Val() any       { return nil }
