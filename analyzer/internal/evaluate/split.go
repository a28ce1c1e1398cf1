package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// splitters are functions that take a known string to pieces, as a list.
var splitters = map[string]func(s, sep string) []string{
	"strings.Split":      strings.Split,
	"strings.SplitAfter": strings.SplitAfter,
	"strings.Fields":     func(s, _ string) []string { return strings.Fields(s) },
}

// split computes functions that take a known string to pieces; those whose name
// ends in Seq make a sequence.
func (m *Machine) split(sym string, args []value.Value, in *program.Instr) (value.Value, bool) {
	name, sequenced := strings.CutSuffix(sym, "Seq")
	fn := splitters[name]
	texts, ok := knownArgs(args)
	switch {
	case sym == "strings.SplitN":
		if texts, ok = knownArgs(args[:2]); !ok {
			return nil, false
		}
		n, ok := args[2].(value.Int)
		if !ok {
			return nil, false
		}
		return m.texts(in.Type, strings.SplitN(texts[0], texts[1], int(n))), true
	case fn == nil || !ok:
		return nil, false
	}
	pieces := fn(texts[0], append(texts, "")[1])
	if !sequenced {
		return m.texts(in.Type, pieces), true
	}
	s := &sequence{}
	for _, p := range pieces {
		s.rounds = append(s.rounds, []value.Value{value.String(p)})
	}
	return value.Native{Obj: s}, true
}

// texts is a list of strings.
func (m *Machine) texts(typ string, list []string) value.Value {
	out := make([]value.Value, len(list))
	for i, s := range list {
		out[i] = value.String(s)
	}
	return m.listOf(typ, out)
}

// firstKnown is cmp.Or of known values: the first that is not zero.
func (m *Machine) firstKnown(list value.Value) (value.Value, bool) {
	elems, ok := m.elements(list)
	if !ok || len(elems) == 0 {
		return nil, false
	}
	for _, v := range elems {
		zero := false
		switch v := v.(type) {
		case value.Int:
			zero = v == 0
		case value.Bool:
			zero = !bool(v)
		case value.Text:
			s, known := v.Known()
			if !known {
				return nil, false
			}
			zero = s == ""
		default:
			return nil, false
		}
		if !zero {
			return v, true
		}
	}
	return elems[len(elems)-1], true
}
