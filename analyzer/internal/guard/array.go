package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// An array that is made while serving is kept like a struct: its elements are the fields.
// Bits and numbers in it are what they were set to on this path, as those are that say which
// of the alternatives of a document's security are satisfied.

// isArray reports whether a type is one of arrays.
func isArray(typ string) bool {
	if typ == "" || typ[0] != '[' {
		return false
	}
	_, ok := arrayLength(typ)
	return ok
}

// isLoose reports whether an element with an index that is not known may be another number
// than the first: nobody knows then what is where. Of other elements, one stands for all.
func (a *activation) isLoose(s *value.Struct, index av, typ string) bool {
	if _, known := index.v.(value.Int); !known && isNumber(typ) {
		a.loose[s] = true
	}
	return a.loose[s]
}

func isNumber(typ string) bool {
	return strings.HasPrefix(typ, "int") && !strings.HasPrefix(typ, "interface") || strings.HasPrefix(typ, "uint") || typ == "byte" || typ == "bool"
}

// elementOf is an element of an array.
func (a *activation) elementOf(s *value.Struct, base, index av, in *program.Instr, p *point) av {
	i, known := index.v.(value.Int)
	if !known || i < 0 || a.loose[s] {
		return combine(base, index)
	}
	if c := a.fieldOfStruct(s, int(i)); c != nil {
		v := a.load(c, p.st, in.Type)
		v.lab |= base.lab
		return v
	}
	return zeroAV(a.prog, in.Type)
}

// bits computes the operators on the bits of two numbers that are known.
func bits(op string, x, y value.Int) (value.Int, bool) {
	switch op {
	case "&":
		return x & y, true
	case "|":
		return x | y, true
	case "&^":
		return x &^ y, true
	case "<<":
		return x << y, 0 <= y && y < 7 && 0 <= x && x<<y < 1<<7 // in every type of numbers
	case ">>":
		return x >> y, 0 <= y && y < 64
	}
	return 0, false
}
