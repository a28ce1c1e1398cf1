package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// service registers the routes that the record of a service lists. All its handlers
// are given the same thing, whose methods they call.
func (a *action) service(r *Router) {
	record := value.Deref(a.arg(a.call.Record))
	of, t := a.structAt(record)
	if of == nil {
		a.m.note(a.in.Pos, "the service given to "+short(a.symbol)+" is not known"+because(record))
		return
	}
	name := value.AsText(a.fieldNamed(of, t, a.call.Fields[0]))
	at, via := a.placeOf(naming{o: a.operand(int(a.call.Given) - 1)})
	if len(via) == 0 { // not by what generated code hands on: then by its name
		at, via = a.place(1)
	}
	for _, l := range a.call.Lists {
		list, ok := a.m.elements(a.fieldNamed(of, t, l.Field))
		if !ok {
			a.m.note(a.in.Pos, "the list "+l.Field+" given to "+short(a.symbol)+" is not known")
			continue
		}
		shape := a.m.tables.Shape(l.Shape)
		for _, v := range list {
			s, t := a.structAt(v)
			pattern := value.Concat(value.String("/"), value.Concat(name, value.Concat(value.String("/"), value.AsText(a.fieldNamed(s, t, l.Name)))))
			a.m.addEntry(r, &Entry{
				Methods: a.methods(), Shape: shape, Pattern: joinPattern(r.Kind.Join, r.Prefix, pattern), Handler: a.fieldNamed(s, t, l.Handler),
				Record: a.arg(a.call.Given), Chain: r.snapshot(), At: at, Via: via,
			})
		}
	}
}

// structAt is a struct, or the one that a pointer refers to, and its type.
func (a *action) structAt(v value.Value) (*value.Struct, *program.Type) {
	if p, ok := v.(value.Pointer); ok {
		v = a.m.load(p.Cell)
	}
	s, ok := v.(*value.Struct)
	if !ok {
		return nil, nil
	}
	return s, a.m.prog.Type(s.Type)
}
