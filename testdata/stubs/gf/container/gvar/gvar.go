// Package gvar has the form of gf's.
package gvar

import "fmt"

// Var is a value of any type.
type Var struct{ v any }

func New(v any) *Var { return &Var{v} }

func (v *Var) IsNil() bool { return v == nil || v.v == nil }
func (v *Var) Val() any    { return v.v }

func (v *Var) String() string {
	if v.IsNil() {
		return ""
	}
	return fmt.Sprint(v.v)
}
