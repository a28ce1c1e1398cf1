package evaluate

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A sequence is what the iterator functions of the standard library return: a
// range over it calls the loop's body for each element.
type sequence struct{ rounds [][]value.Value }

// NativeType implements [value.NativeObject].
func (*sequence) NativeType() string { return "sequence" }

// FieldCell implements [value.NativeObject]; sequences have no fields.
func (*sequence) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

// sequenceOf computes slices.All, Values and Backward, and maps.All, Keys and Values.
func (m *Machine) sequenceOf(sym string, v value.Value) (value.Value, bool) {
	s := &sequence{}
	switch sym {
	case "slices.All", "slices.Values", "slices.Backward":
		list, ok := m.elements(v)
		if !ok {
			return nil, false
		}
		for i, elem := range list {
			round := []value.Value{value.Int(i), elem}
			if sym == "slices.Values" {
				round = round[1:]
			}
			s.rounds = append(s.rounds, round)
		}
		if sym == "slices.Backward" {
			slices.Reverse(s.rounds)
		}
	case "maps.All", "maps.Keys", "maps.Values":
		mp, ok := value.Deref(v).(*value.Map)
		if !ok || mp.Data.Holes {
			return nil, false
		}
		for i, key := range mp.Data.Keys {
			round := []value.Value{key, m.load(mp.Data.Vals[i])}
			switch sym {
			case "maps.Keys":
				round = round[:1]
			case "maps.Values":
				round = round[1:]
			}
			s.rounds = append(s.rounds, round)
		}
	default:
		return nil, false
	}
	return value.Native{Obj: s}, true
}

// iterate calls a loop's body for each round, until it says that it is done.
func (m *Machine) iterate(s *sequence, body value.Value, in *program.Instr) {
	for _, round := range s.rounds {
		if more, ok := m.callDynamic(body, round, in).(value.Bool); ok && !bool(more) {
			return
		}
	}
}
