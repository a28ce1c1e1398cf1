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

// maxBits is the largest number whose bits are followed: it fits in every type of numbers, and
// what hashes and formats is not gone through bit by bit.
const maxBits = 1<<7 - 1

// isByte reports whether a type is that of the elements of which sets of bits are made. In
// numbers of other types there are flags of what a value can do, with a path for each
// combination of them.
func isByte(typ string) bool { return typ == "uint8" || typ == "byte" }

// bitsOf computes the operators on the bits of two numbers that are known.
func bitsOf(op string, x, y value.Int) (n value.Int, ok bool) {
	if x < 0 || y < 0 || x > maxBits || y > maxBits {
		return 0, false
	}
	switch op {
	case "&":
		n = x & y
	case "|":
		n = x | y
	case "&^":
		n = x &^ y
	case "<<":
		if y >= 7 {
			return 0, false
		}
		n = x << y
	case ">>":
		n = x >> y
	default:
		return 0, false
	}
	return n, n <= maxBits
}
