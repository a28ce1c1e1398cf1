package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// unsigned reports whether a call makes an option, or something to verify tokens with, by which nobody asks who has signed one.
func (m *Machine) unsigned(sym string, args []value.Value) bool {
	e, ok := m.tables.Signs(sym)
	if !ok || e.Unsigned == 0 {
		return false
	}
	_, _, method := program.SplitMethod(sym)
	i := e.Unsigned.Index(method)
	if i < 0 || i >= len(args) {
		return false
	}
	if e.Setting == "" {
		return args[i] == value.Bool(false)
	}
	ptr, ok := args[i].(value.Pointer)
	return ok && m.setting(ptr.Cell, e.Setting) == value.Bool(true)
}

// setting is what a field of a struct holds, nil if nobody has written to it.
func (m *Machine) setting(c *value.Cell, name string) value.Value {
	s, ok := c.Val.(*value.Struct)
	if !ok {
		return nil
	}
	n := m.prog.Type(s.Type).Field(name)
	if n < 0 || n >= len(s.Fields) || s.Fields[n] == nil {
		return nil
	}
	return s.Fields[n].Val
}
