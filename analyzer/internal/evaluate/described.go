package evaluate

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/document"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Routes that a document describes: the program carries it as a text, and what the routes
// are registered with is found by their methods and paths.

// A described is a document, or one of its operations.
type described struct {
	doc *document.Document
	op  *document.Operation
}

// NativeType implements [value.NativeObject].
func (*described) NativeType() string { return "document" }

// FieldCell implements [value.NativeObject]; of what else a document says nothing is followed.
func (*described) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

// documentOf is the document that a text is.
func documentOf(t value.Text) (value.Value, bool) {
	text, known := t.Known()
	if !known {
		return nil, false
	}
	doc, ok := document.Read(text)
	return value.Native{Obj: &described{doc: doc}}, ok
}

// document answers what is asked of a document.
func (a *action) document() value.Value {
	of := a.arg(a.call.Config)
	n, _ := a.m.native(of)
	d, ok := n.Obj.(*described)
	if !ok {
		return unknownOf(a.m, a.in, "the document is not known")
	}
	switch a.call.Set {
	case "base":
		return value.String(d.doc.BasePath)
	case "requirements":
		return a.requirements(a.arg(a.call.Handler))
	case "schemes":
		return a.schemes(d.doc, a.arg(a.call.Handler))
	}
	return a.made(n)
}

// requirements are those of an operation: a list of alternatives, each a list of structs.
// One that demands nothing is a struct without a name.
func (a *action) requirements(op value.Value) value.Value {
	n, _ := a.m.native(op)
	d, ok := n.Obj.(*described)
	list := a.m.prog.Type(a.in.Type)
	if !ok || d.op == nil || list == nil || a.m.prog.Type(list.Elem) == nil {
		return unknownOf(a.m, a.in, "the operation is not known")
	}
	of := a.m.prog.Type(list.Elem).Elem
	var alternatives []value.Value
	for _, r := range d.op.Security {
		var all []value.Value
		for _, name := range slices.Sorted(maps.Keys(r)) {
			all = append(all, a.m.structWith(of, map[string]value.Value{"Name": value.String(name), "Scopes": a.m.textList(r[name])}))
		}
		if len(r) == 0 {
			all = append(all, a.m.structWith(of, nil))
		}
		alternatives = append(alternatives, a.m.listOf(list.Elem, all))
	}
	return a.m.listOf(a.in.Type, alternatives)
}

// schemes are the security schemes that requirements name.
func (a *action) schemes(doc *document.Document, requirements value.Value) value.Value {
	list, ok := a.m.elements(requirements)
	t := a.m.prog.Type(a.in.Type)
	if !ok || t == nil {
		return unknownOf(a.m, a.in, "the requirements are not known")
	}
	out := &value.Map{Type: a.in.Type, Data: &value.MapData{}}
	for _, v := range list {
		s, of := a.structAt(v)
		if s == nil {
			return unknownOf(a.m, a.in, "the requirements are not known")
		}
		name, _ := value.AsText(a.fieldNamed(s, of, "Name")).Known()
		if scheme, ok := doc.Schemes[name]; ok {
			fields := map[string]value.Value{"Type": value.String(scheme.Type), "Name": value.String(scheme.Name), "In": value.String(scheme.In)}
			a.m.mapUpdate(out, value.String(name), a.m.structWith(t.Elem, fields))
		}
	}
	return out
}

// A Credential is the name, in lower case, of a header or query value that a document says
// to be a key; In is "header" or "query".
type Credential struct{ In, Name string }

// IsCredential reports whether a document of the program says so of a name.
func (m *Machine) IsCredential(in, name string) bool {
	return m.credentials[Credential{in, strings.ToLower(name)}]
}

// describe registers the routes of a document.
func (a *action) describe(r *Router) {
	d := a.call.Described
	of := a.arg(a.call.Config)
	text, api := a.fieldOf(of, d.Document), a.fieldOf(of, d.Of)
	n, _ := a.m.native(text)
	doc, ok := n.Obj.(*described)
	if !ok {
		a.m.note(a.in.Pos, "the document that "+short(a.symbol)+" serves is not known"+because(text))
		return
	}
	a.attach(r, r.Prefix, a.steps(r, a.call.Middleware))
	for _, s := range doc.doc.Schemes {
		if s.Type == "apiKey" {
			a.m.credentials[Credential{s.In, strings.ToLower(s.Name)}] = true
		}
	}
	builder := a.m.callSymbol(d.Builder, []value.Value{text, api, value.Nil{}}, nil, a.in)
	base := strings.TrimSuffix(path.Clean(doc.doc.BasePath), "/")
	for _, op := range doc.doc.Operations() {
		full := path.Join(doc.doc.BasePath, op.Path)
		h, ok := a.handlerFor(api, op.Method, strings.TrimPrefix(full, base))
		if !ok {
			continue
		}
		operation := value.Native{Obj: &described{doc: doc.doc, op: &op}}
		record := a.m.structWith(d.Record, map[string]value.Value{
			"Handler":        h,
			"Authenticators": a.m.callSymbol(d.Security, []value.Value{builder, operation}, nil, a.in),
			"Authorizer":     a.ask(api, d.Decides),
		})
		at := a.m.cell(d.Record, record)
		e := &Entry{Methods: []string{op.Method}, Pattern: value.String(full), Shape: a.shape(r), Handler: h, Record: value.Pointer{Cell: at}, Chain: r.snapshot()}
		if e.At, e.Via = a.place(0); madeAt(h).Known() {
			e.At = madeAt(h)
		}
		a.m.addEntry(r, e)
	}
}

// handlerFor is what serves an operation; false says that nothing does.
func (a *action) handlerFor(api value.Value, method, path string) (value.Value, bool) {
	found := a.ask(api, a.call.Described.Handler, value.String(method), value.String(path))
	switch t := found.(type) {
	case value.Tuple:
		if len(t) == 2 && t[1] == value.Bool(false) {
			return nil, false
		}
		return t[0], true
	case nil:
		return nil, false
	}
	return found, true
}

// ask calls a method of a value.
func (a *action) ask(of value.Value, method string, args ...value.Value) value.Value {
	return a.m.each(of, func(of value.Value) value.Value {
		sym, self, ok := a.m.dispatch("(described)."+method, of)
		if !ok {
			return unknown("", reasonOf(of), a.in.Pos)
		}
		return a.m.callSymbol(sym, append([]value.Value{self}, args...), nil, a.in)
	})
}

// madeAt is the place where a handler was made.
func madeAt(h value.Value) program.Pos {
	switch h := value.Deref(h).(type) {
	case value.Pointer:
		return h.Cell.Pos
	case *value.Func:
		return h.Pos
	}
	return program.Pos{}
}

// structWith is a struct with such fields, its own or those of structs that it embeds.
func (m *Machine) structWith(typ string, fields map[string]value.Value) *value.Struct {
	m.clock++
	s := &value.Struct{Type: typ, Born: m.clock}
	m.setFields(s, fields, 0)
	return s
}

func (m *Machine) setFields(s *value.Struct, fields map[string]value.Value, depth int) {
	t := m.prog.Type(s.Type)
	if t == nil || depth > maxEmbedded {
		return
	}
	for i, f := range t.Fields {
		if v, ok := fields[f.Name]; ok {
			m.store(m.field(s, i, f.Type), v)
		} else if f.Embedded {
			c := m.field(s, i, f.Type)
			if c.Val == nil {
				c.Val = m.zero(f.Type)
			}
			if inner, ok := c.Val.(*value.Struct); ok {
				m.setFields(inner, fields, depth+1)
			}
		}
	}
}

// textList is a list of texts.
func (m *Machine) textList(texts []string) value.Value {
	list := make([]value.Value, len(texts))
	for i, t := range texts {
		list[i] = value.String(t)
	}
	return m.listOf("[]string", list)
}
