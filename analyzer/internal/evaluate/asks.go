package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// asks is what a wrapper that a library makes asks for, by its options; nil is nothing.
func (a *action) asks() *value.Asked {
	ask := a.call.Asks
	if ask == nil {
		return nil
	}
	options := a.arg(ask.Options)
	return value.AskedBy(options, func(name string) value.Value {
		if name == ask.Required {
			if p, ok := value.Deref(a.fieldOf(options, name)).(value.Pointer); ok {
				return a.m.load(p.Cell)
			}
		}
		return a.fieldOf(options, name)
	}, ask.Required, ask.More)
}
