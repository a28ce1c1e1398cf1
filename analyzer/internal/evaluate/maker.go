package evaluate

import (
	"reflect"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A maker is a function that a container calls: a constructor, a decorator, or a
// function to invoke.
type maker struct {
	scope    *scope // where what it wants is looked for
	fn       value.Value
	params   []string // types
	results  []string
	variadic bool
	notes    notes
	at       program.Pos
	conds    []Cond

	running, done bool
	got           []value.Value
}

// notes are the annotations of a function.
type notes struct {
	paramTags, resultTags []string
	from                  []string   // types to take for the parameters
	as                    [][]string // types to give the results as; "" is its own
	name, group           string
	start                 []value.Value // to run when the container starts
}

// signature reads the types of a function's parameters and results.
func (m *Machine) signature(fn value.Value) (f value.Value, params, results []string, variadic bool) {
	f = value.Deref(fn)
	if i, ok := fn.(value.Iface); ok {
		if t := m.prog.Type(i.Type); t != nil && t.Kind == program.KindFunc {
			return f, t.Params, t.Results, t.Variadic
		}
	}
	if c, ok := f.(*value.Func); ok && c.Fn != nil {
		vars := c.Fn.Params
		if c.Recv != nil && len(vars) > 0 {
			vars = vars[1:]
		}
		for _, p := range vars {
			params = append(params, p.Type)
		}
		return f, params, c.Fn.Results, false
	}
	return f, nil, nil, false
}

// gifts lists what a constructor gives.
func (m *Machine) gifts(mk *maker) []gift {
	var own []gift
	for i, typ := range mk.results {
		if typ == "error" {
			continue
		}
		if fields := m.parts(typ, mk.scope.of.kind.Out); fields != nil {
			for n, f := range fields {
				if n > 0 || !f.Embedded {
					own = append(own, tagged(gift{maker: mk, result: i, field: n}, f.Type, f.Tag))
				}
			}
			continue
		}
		g := gift{maker: mk, result: i, field: -1, key: key{typ: typ}}
		if len(own) < len(mk.notes.resultTags) {
			g = tagged(g, typ, mk.notes.resultTags[len(own)])
		}
		if mk.notes.name != "" {
			g.key.name = mk.notes.name
		}
		if mk.notes.group != "" {
			g = grouped(g, typ, mk.notes.group)
		}
		own = append(own, g)
	}
	if len(mk.notes.as) == 0 {
		return own
	}
	var out []gift
	for _, as := range mk.notes.as {
		for i, g := range own {
			if i < len(as) && as[i] != "" {
				g.key.typ, g.typ = as[i], g.key.typ
			}
			out = append(out, g)
		}
	}
	return out
}

// tagged names a gift, or gives it to a group, as the tag of its field says.
func tagged(g gift, typ, tag string) gift {
	t := reflect.StructTag(tag)
	g.key = key{typ: typ, name: t.Get("name")}
	if group := t.Get("group"); group != "" {
		g = grouped(g, typ, group)
	}
	return g
}

func grouped(g gift, typ, group string) gift {
	name, options, _ := strings.Cut(group, ",")
	if g.flatten = strings.Contains(options, "flatten"); g.flatten {
		typ = strings.TrimPrefix(typ, "[]")
	}
	g.key = key{typ: typ, group: name}
	return g
}

// parts are the fields of a struct that stands for several values, because it embeds
// the given type first; nil if it does not.
func (m *Machine) parts(typ, marker string) []program.StructField {
	t := m.prog.Type(typ)
	if t == nil || t.Kind != program.KindStruct || marker == "" || len(t.Fields) == 0 {
		return nil
	}
	if !slices.ContainsFunc(t.Fields, func(f program.StructField) bool { return f.Embedded && f.Type == marker }) {
		return nil
	}
	return t.Fields
}

// results calls the function, once.
func (m *Machine) results(mk *maker) []value.Value {
	if mk.done {
		return mk.got
	}
	if mk.running {
		return nil // it wants what it makes
	}
	mk.running = true
	conds := m.conds
	m.conds = append(m.conds[:len(m.conds):len(m.conds)], mk.conds...)
	args := m.wanted(mk)
	if mk.got = args; mk.fn != nil { // without one, it gives what it gets
		mk.got = m.callFor(mk.fn, args, mk.results, mk.at)
	}
	mk.running, mk.done = false, true
	for _, fn := range mk.notes.start {
		m.addHook(mk, fn, args)
	}
	m.conds = conds
	return mk.got
}

// wanted finds what the function wants.
func (m *Machine) wanted(mk *maker) []value.Value {
	args := make([]value.Value, len(mk.params))
	tags := mk.notes.paramTags
	for i, typ := range mk.params {
		tag := ""
		if i < len(tags) {
			tag = tags[i]
		}
		switch {
		case mk.variadic && i == len(mk.params)-1 && tag == "":
			args[i] = value.Nil{Type: typ}
		case m.parts(typ, mk.scope.of.kind.In) != nil:
			args[i] = m.fieldsWanted(mk, typ)
		default:
			own := ""
			if i < len(mk.notes.from) {
				own = mk.notes.from[i]
			}
			args[i] = m.want(mk, typ, own, tag)
		}
	}
	return args
}

// fieldsWanted fills a struct whose fields are wanted one by one. Tags that the function
// is annotated with stand for those of the fields, in order.
func (m *Machine) fieldsWanted(mk *maker, typ string) value.Value {
	s, ok := m.zero(typ).(*value.Struct)
	if !ok {
		return unknown(typ, "", mk.at)
	}
	n := 0
	for i, f := range m.parts(typ, mk.scope.of.kind.In) {
		if f.Embedded && f.Type == mk.scope.of.kind.In {
			continue
		}
		tag := f.Tag
		if n < len(mk.notes.paramTags) {
			tag = mk.notes.paramTags[n]
		}
		n++
		if m.parts(f.Type, mk.scope.of.kind.In) != nil {
			m.store(m.field(s, i, f.Type), m.fieldsWanted(mk, f.Type))
			continue
		}
		m.store(m.field(s, i, f.Type), m.want(mk, f.Type, "", tag))
	}
	return s
}

// want finds a value of a type, or of the type that it is to be taken from.
func (m *Machine) want(mk *maker, typ, from, tag string) value.Value {
	t := reflect.StructTag(tag)
	if group := t.Get("group"); group != "" {
		group, _, _ = strings.Cut(group, ",")
		return m.members(mk.scope, key{typ: strings.TrimPrefix(typ, "[]"), group: group}, mk.at)
	}
	k := key{typ: typ, name: t.Get("name")}
	if from == "" {
		return m.find(mk.scope, k, t.Get("optional") == "true", mk.at)
	}
	k.typ = from
	return m.each(m.find(mk.scope, k, false, mk.at), func(v value.Value) value.Value {
		if _, already := v.(value.Iface); already {
			return v
		}
		return value.Iface{Type: from, Val: v}
	})
}

// addHook makes a hook of a function that a constructor is annotated with: it may
// want what the constructor got, and what it made.
func (m *Machine) addHook(mk *maker, fn value.Value, args []value.Value) {
	f, params, _, _ := m.signature(fn)
	h := hook{fn: f, conds: m.here(), at: mk.at}
	for _, typ := range params {
		v := value.Value(nil)
		if i := slices.Index(mk.results, typ); i >= 0 && i < len(mk.got) {
			v = mk.got[i]
		} else if i := slices.Index(mk.params, typ); i >= 0 && i < len(args) {
			v = args[i]
		} else {
			v = m.find(mk.scope, key{typ: typ}, false, mk.at)
		}
		h.args = append(h.args, v)
	}
	mk.scope.of.hooks = append(mk.scope.of.hooks, h)
}

// callFor calls a function for a container and tells its results apart.
func (m *Machine) callFor(fn value.Value, args []value.Value, results []string, at program.Pos) []value.Value {
	in := &program.Instr{Op: program.Call, Pos: at}
	if len(results) > 0 {
		in.Type = results[0]
	}
	calling := m.calling
	m.calling = &program.Instr{Op: program.Call, Dst: -1}
	v := m.callDynamic(fn, args, in)
	m.calling = calling
	out := make([]value.Value, len(results))
	for i, typ := range results {
		switch v := v.(type) {
		case value.Tuple:
			if i < len(v) {
				out[i] = v[i]
			}
		case *value.Unknown:
			out[i] = unknown(typ, v.Reason, at)
		case value.Choice:
			out[i] = m.extract(v, &program.Instr{N: i, Type: typ})
			if len(results) == 1 {
				out[i] = v
			}
		default:
			if i == 0 {
				out[i] = v
			}
		}
		if out[i] == nil {
			out[i] = unknown(typ, "", at)
		}
	}
	return out
}
