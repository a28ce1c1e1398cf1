package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// behind returns the router, function or handler of a library that a handler is by
// another name: its method value, or a struct that embeds it and has no handler
// method of its own. Any other handler is returned as it is.
func (m *Machine) behind(h value.Value, shape *frameworks.Shape) value.Value {
	if shape == nil || shape.Method == "" {
		return h
	}
	if fn, ok := value.Deref(h).(*value.Func); ok {
		if fn.Recv == nil || !strings.HasSuffix(fn.Symbol, ")."+shape.Method) || m.prog.Func(fn.Symbol) != nil {
			return h
		}
		if r, isRouter := m.router(fn.Recv); isRouter {
			return value.Native{Obj: r}
		}
		switch inner := value.Deref(fn.Recv).(type) {
		case *value.Func:
			return inner
		case value.Native:
			if _, ok := inner.Obj.(*value.Adapter); ok {
				return inner
			}
		}
		return h
	}
	if _, own, ok := m.dispatch("(handler)."+shape.Method, h); ok && own != nil {
		return h
	}
	if r, ok := m.embeddedRouter(value.Deref(h), 0); ok {
		return value.Native{Obj: r}
	}
	return h
}

// embeddedRouter finds the router among the embedded fields of a struct.
func (m *Machine) embeddedRouter(v value.Value, depth int) (*Router, bool) {
	if p, ok := v.(value.Pointer); ok {
		v = p.Cell.Val
	}
	s, ok := v.(*value.Struct)
	if !ok || depth > maxEmbedded {
		return nil, false
	}
	t := m.prog.Type(s.Type)
	if t == nil {
		return nil, false
	}
	for i, f := range t.Fields {
		if !f.Embedded {
			continue
		}
		c := m.field(s, i, f.Type)
		if r, ok := m.router(value.Pointer{Cell: c}); ok {
			return r, true
		}
		if r, ok := m.router(value.Deref(m.load(c))); ok {
			return r, true
		}
		if r, ok := m.embeddedRouter(value.Pointer{Cell: c}, depth+1); ok {
			return r, true
		}
		if r, ok := m.embeddedRouter(value.Deref(c.Val), depth+1); ok {
			return r, true
		}
	}
	return nil, false
}
