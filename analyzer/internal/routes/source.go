package routes

// A Source tells of the program that a table was made from what no report needs, and
// whoever mends it does.
type Source interface {
	// File says which content a file had; ok is false for one that is not to be mended:
	// of another module, written by a program, or not known.
	File(name string) (f File, ok bool)
	// Called says what is called at a place, which is where the called name is written.
	Called(at Position) (c Callee, ok bool)
}

// A File is the content of a source file, by its size and the start of its SHA-256.
type File struct {
	Size int
	Sum  string
}

// A Callee is what a call calls.
type Callee struct {
	Symbol string   // "" for a function that is a value
	Params []string // type names, without a method's receiver; nil if they are not known
	Result string   // type name of the one result; "" for none, a tuple for several
}
