package guard

import (
	"strconv"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// sublist is the part of a list, or of an array made while serving, that a slice expression with
// bounds takes: make([]T, 0, 4) is a new array of which nothing is taken. nil if it is not known.
func (r *run) sublist(list value.Value, low, high av, in *program.Instr) value.Value {
	from, fromKnown := countOfBytes(low, in.Args[1])
	to, toKnown := countOfBytes(high, in.Args[2])
	toEnd := in.Args[2].Kind == program.None
	switch v := list.(type) {
	case *value.Slice:
		if toEnd {
			to, toKnown = v.Len, true
		}
		if fromKnown && toKnown && from >= 0 && from <= to && to <= v.Len {
			return r.partOfList(v, in.Type, from, to)
		}
	case value.Pointer:
		n, isArray := arrayLength(v.Cell.Type)
		switch {
		case !isArray:
			return list
		case toKnown && !toEnd && to == 0:
			return r.listOfFunctions(in.Type, nil)
		case fromKnown && from == 0 && (toEnd || toKnown && to == n):
			return list
		}
	default:
		return list
	}
	return nil
}

// partOfText is the part of a text that a slice expression takes, if it is known; nil if not.
func partOfText(text value.Text, low, high av, in *program.Instr) value.Value {
	s, known := text.Known()
	from, fromKnown := countOfBytes(low, in.Args[1])
	to, toKnown := countOfBytes(high, in.Args[2])
	if in.Args[2].Kind == program.None {
		to, toKnown = len(s), true
	}
	if !known || !fromKnown || !toKnown || from < 0 || from > to || to > len(s) {
		return nil
	}
	return value.String(s[from:to])
}

// partOfList is a part of a list: one list for the same part, so that states can be equal.
func (r *run) partOfList(list *value.Slice, typ string, from, to int) *value.Slice {
	if from == 0 && to == list.Len {
		return list
	}
	k := strconv.Itoa(r.identity(list.Array)) + " " + strconv.Itoa(list.Off+from) + " " + strconv.Itoa(list.Off+to)
	if r.lists[k] == nil {
		r.lists[k] = &value.Slice{Type: typ, Array: list.Array, Off: list.Off + from, Len: to - from, Cap: list.Cap - from}
	}
	return r.lists[k]
}
