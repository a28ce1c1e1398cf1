package routes

// A Source tells of the program that a table was made from what no report needs, and
// whoever mends it does.
type Source interface {
	// Sum is the start of the SHA-256 of the content that a file had; ok is false for one
	// that is not to be mended: of another module, written by a program, or not known.
	Sum(file string) (sum string, ok bool)
	// Called says what is called at a place, which is where the called name is written.
	Called(at Position) (c Callee, ok bool)
}

// A Callee is what a call calls.
type Callee struct {
	Symbol string   // "" for a function that is a value
	Params []string // type names, without a method's receiver; nil if they are not known
	Result string   // type name of the one result; "" for none, a tuple for several
}
