// Package program holds the registration program: the part of a Go package that
// says which routes it serves and what a request meets on the way to them.
//
// A package is lowered once, from go/ssa, into a [Unit]; the unit travels as a
// package fact and is linked with the units of other packages into a [Program]
// by whoever evaluates it. The representation stays close to SSA, because the
// machines that run it want plain, typed, already resolved instructions; it
// names functions and types by string, because a unit must mean the same in a
// process that never saw the package's syntax.
//
// Under go vet a package sees the facts of its direct imports only, so a unit is
// closed: it carries every function of its imports that its own functions reach.
package program

import (
	"iter"
	"slices"
)

// A Unit is what one package contributes, and all that its importers need of it.
// Slices are sorted by name (directives by position), so that equal packages
// encode to equal bytes.
type Unit struct {
	Path       string
	Name       string // the package's name; "main" for a command
	Funcs      []*Func
	Types      []*Type
	Directives []Directive
	Files      []File // those of the module that hold a function or a directive
	// Callers are functions of which no more is known than that they call what they are given.
	Callers []Caller
	// Failed names functions that could not be lowered, with the reason: a bug
	// here must cost one function, not the package and everything that imports it.
	Failed []string
}

// A Func is one function, method, closure or package initializer.
//
// Name is its symbol, the one spelling used for calls, tables and messages:
//
//	path/pkg.F           a function
//	(path/pkg.T).M       a method with a value receiver, or an interface's method
//	(*path/pkg.T).M      a method with a pointer receiver
//	path/pkg.F$1         the first closure inside F, and so on inwards: F$1$2
//	path/pkg.init        the package initializer (runs variable initializers, then init#1, init#2…)
//
// Type arguments and type parameters are left out of symbols: a generic function
// has one body, and a call carries its type arguments.
//
// Registers 0…len(Params)-1 hold the parameters (receiver first), the next
// len(Free) hold the captured variables, the rest belong to instructions.
type Func struct {
	Name       string
	Package    string // import path of the declaring package
	Pos        Pos
	Params     []Var
	Free       []Var
	Results    []string // type names
	TypeParams []string // names of type parameters, receiver's first; types mention them as "$T"
	Regs       int
	Blocks     []Block
	Exported   bool   // reachable by name from other packages
	Generated  bool   // written by a program, as a comment of its file says
	Doc        string // first sentence of the doc comment, for explain; may be empty
}

// Wraps reports whether a function makes, of what it is given last, another of the same type, as middleware does of
// a handler. One that is not known does not.
func (f *Func) Wraps() bool {
	return f != nil && len(f.Results) == 1 && len(f.Params) > 0 && f.Params[len(f.Params)-1].Type == f.Results[0]
}

// All are the instructions of all blocks, in their order.
func (f *Func) All() iter.Seq[*Instr] {
	return func(yield func(*Instr) bool) {
		for b := range f.Blocks {
			for i := range f.Blocks[b].Instrs {
				if !yield(&f.Blocks[b].Instrs[i]) {
					return
				}
			}
		}
	}
}

// Functions lists the symbols of the functions that an instruction names: those that it calls or
// makes a value of, and those that it takes as values.
func (in *Instr) Functions() []string {
	var out []string
	switch in.Op {
	case Call, MakeClosure, MakeBound:
		if in.Sym != "" {
			out = append(out, in.Sym)
		}
	}
	for _, a := range in.Args {
		if a.Kind == Function {
			out = append(out, a.Sym)
		}
	}
	return out
}

// A Var is a parameter or captured variable. A captured variable holds the
// address of the variable (as in SSA), so its type is a pointer, except where SSA
// captures a value.
type Var struct {
	Name string
	Type string
}

// A Block is a basic block. The last instruction is one of If, Jump, Return, Panic.
// If has two successors: the first is taken when the condition holds.
type Block struct {
	Instrs []Instr
	Preds  []int
	Succs  []int
}

// An Instr is one instruction; which fields mean something depends on Op.
type Instr struct {
	Op       Op
	Dst      int    // register written, or -1
	Type     string // type of the result ("" when there is none)
	Args     []Operand
	Sym      string   // symbol, field name, operator, type: see Op
	N        int      // index, flag: see Op
	TypeArgs []string // of a call to a generic function
	Text     string   // source text, at most 100 characters: of an If's condition, of a call
	Pos      Pos
}

// Op is an instruction's operation.
type Op uint8

// The operations. "arg0" is Args[0].
const (
	Bad         Op = iota
	Alloc          // new variable of the pointer Type's element; N=1 if it may outlive the call
	Phi            // Args in the order of the block's Preds
	Load           // *arg0
	Store          // *arg0 = arg1
	FieldAddr      // &arg0.Sym, field number N, arg0 a pointer to struct
	Field          // arg0.Sym, field number N, arg0 a struct value
	IndexAddr      // &arg0[arg1], arg0 a slice or pointer to array
	Index          // arg0[arg1], arg0 an array or string value
	Lookup         // arg0[arg1] of a map; N=1: comma-ok, result is a tuple
	MapUpdate      // arg0[arg1] = arg2
	Slice          // arg0[arg1:arg2:arg3]; an absent bound is an operand of kind None
	MakeSlice      // make(Type, arg0, arg1)
	MakeMap        //
	MakeChan       //
	MakeIface      // interface holding arg0; Sym is the dynamic type
	ChangeType     // same value, new named Type (func to http.HandlerFunc, ...)
	Convert        // conversion that may change the representation
	TypeAssert     // arg0.(Sym); N=1: comma-ok, result is a tuple
	Extract        // component N of the tuple arg0
	Range          // iterator over arg0 (map or string)
	Next           // arg0 iterator; result is the tuple (ok, key, value)
	MakeClosure    // function Sym capturing Args
	MakeBound      // method value arg0.M: Sym is the method's symbol; N=1: dispatched on arg0's dynamic type
	BinOp          // arg0 Sym arg1, Sym a Go operator
	UnOp           // Sym arg0, Sym one of ! - ^ <-
	Call           // static: function Sym(Args...); dynamic: Sym=="" and arg0 is the function. N: see CallMode
	Invoke         // interface method call; Sym is "(iface).Method", arg0 the receiver. N: see CallMode
	RunDefers      //
	Send           // arg0 <- arg1
	Select         // results are unknown
	If             // arg0 the condition, Text its source; N=1: a further part of one with && or ||, after the Ifs of the block's Preds
	Jump           //
	Return         // Args the results
	Panic          // arg0
)

// Values of N for Call and Invoke. Builtins are calls of "builtin.append" etc.;
// N stays the mode. For builtin.append, arg1 is a slice (already packed).
const (
	ModeCall  = 0
	ModeGo    = 1
	ModeDefer = 2
)

// An Operand is what an instruction reads.
type Operand struct {
	Kind  OperandKind
	Reg   int    // Register
	Sym   string // Function, Global: symbol ("path/pkg.Var" for a global)
	Type  string // Global: the variable's type, if it is a struct: its fields are used without anything having been stored
	Const *Const // Constant
}

// IsNil reports whether the operand is the constant nil.
func (o Operand) IsNil() bool { return o.Kind == Constant && o.Const.Kind == ConstNil }

// OperandKind says which field of an Operand holds.
type OperandKind uint8

// The kinds of operand.
const (
	None     OperandKind = iota
	Register             // a register of the frame
	Constant             // a constant
	Function             // a function used as a value; Sym its symbol
	Global               // the address of a package variable; Sym its symbol
)

// A Const is a typed constant. Kind decides which field holds.
type Const struct {
	Kind ConstKind
	Type string
	Str  string // String; Float and Other: exact text
	Int  int64  // Int (wrapped to 64 bits); Bool: 0 or 1
}

// ConstKind is the kind of a constant.
type ConstKind uint8

// The kinds of constant. Nil covers every nillable type; Zero is the zero value
// of a struct, array or type parameter.
const (
	ConstNil ConstKind = iota
	ConstBool
	ConstInt
	ConstString
	ConstFloat
	ConstZero
	ConstOther
)

// A Type describes a type as far as the machines need it. Name is its full
// spelling (types.TypeString with import paths; a type parameter is "$T").
// A named type has the kind and details of its underlying type. Fields are given
// only for structs that kept code touches (allocates, selects from, converts to
// an interface); otherwise Opaque is set.
type Type struct {
	Name     string
	Kind     TypeKind
	Named    bool
	Opaque   bool
	Elem     string // pointer, slice, array, map, chan
	Key      string // map
	Len      int    // array
	ElemSize int    // slice: size of an element in bytes, for the growth of append
	Fields   []StructField
	Methods  []string // interface: its methods' names, sorted; struct: those of its pointer, if it is known to be held by interfaces
	Params   []string // func
	Results  []string // func
	Variadic bool     // func
}

// Field is the index of the field of a name in a struct; -1 if it has none, or the type is not known.
func (t *Type) Field(name string) int {
	if t == nil {
		return -1
	}
	return slices.IndexFunc(t.Fields, func(f StructField) bool { return f.Name == name })
}

// A StructField is a field of a struct.
type StructField struct {
	Name     string
	Type     string
	Embedded bool
	Tag      string
}

// TypeKind is the kind of a type.
type TypeKind uint8

// The kinds of type.
const (
	KindOther TypeKind = iota
	KindBool
	KindInt // every integer type
	KindFloat
	KindString
	KindStruct
	KindPointer
	KindSlice
	KindArray
	KindMap
	KindChan
	KindFunc
	KindInterface
	KindTypeParam
	KindTuple
)

// A Pos is a position as the file set prints it. The zero Pos is unknown.
type Pos struct {
	File string
	Line int
	Col  int
}

// Known reports whether the position is one.
func (p Pos) Known() bool { return p.File != "" }

// A Directive is a //guardvet:verb comment, or a line of a handler's comment that
// declares something.
type Directive struct {
	Pos    Pos
	Verb   string // "public", "guard", "ignore", DeclaresRoute, DeclaresSecurity
	Reason string // the rest of the line, trimmed; may be empty
	Func   string // symbol of the function whose doc comment holds it, or ""
	Line   int    // that it is about: its own behind code, else the one after the comment
}
