package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// behind returns the router that a handler is by another name: its method value,
// or a struct that embeds it and has no handler method of its own. Any other
// handler is returned as it is.
func (m *Machine) behind(h value.Value, shape *frameworks.Shape) value.Value {
	if shape == nil || shape.Method == "" {
		return h
	}
	if fn, ok := value.Deref(h).(*value.Func); ok {
		if r, isRouter := m.router(fn.Recv); isRouter && strings.HasSuffix(fn.Symbol, ")."+shape.Method) && m.prog.Func(fn.Symbol) == nil {
			return value.Native{Obj: r}
		}
		return h
	}
	switch value.Deref(h).(type) {
	case value.Pointer, *value.Struct:
	default:
		return h
	}
	sym, self, ok := m.dispatch("(handler)."+shape.Method, h)
	if !ok || m.prog.Func(sym) != nil {
		return h
	}
	if r, isRouter := m.router(self); isRouter {
		return value.Native{Obj: r}
	}
	return h
}
