package program

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sort"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// An Input is a type-checked package and what is known of the packages it imports.
type Input struct {
	Fset  *token.FileSet
	Files []*ast.File
	Pkg   *types.Package
	Info  *types.Info
	Sizes types.Sizes
	// Imports returns the unit of a directly imported package, or nil.
	Imports func(path string) *Unit
	// Interest reports whether an import path is an HTTP package's.
	Interest func(path string) bool
	// Tells returns the field that says whether what a function of a library returns is
	// genuine, and "" if it returns nothing of the kind; may be nil.
	Tells func(symbol string) string
	// Signing returns what of a package has to do with who has signed something, by name; true is what may mean that nobody is
	// asked. May be nil.
	Signing func(path string) map[string]bool
	// Registers reports whether the initializer of a package registers routes, by
	// import path; may be nil.
	Registers func(path string) bool
	// ReadFile returns the content of one of the package's files; nil if nobody asks for it.
	ReadFile func(name string) ([]byte, error)
	// NoReturn reports whether a function never returns; may be nil.
	NoReturn func(*types.Func) bool
	// Known reports whether the machines never look at a function's body, because
	// a table says what it does; such a body is neither kept nor carried. May be nil.
	Known func(symbol string) bool
	// Makes lists the functions that a table says a function stands for: their bodies
	// are carried with it. May be nil.
	Makes func(symbol string) []string
	// Main is set for a package of the module being worked on. There a parameter or
	// field of type *http.Request is enough to see HTTP; elsewhere it mostly means a client.
	Main bool

	seen map[typeAt]bool // answers of seesNamed
	lax  *bool           // see isLax
}

// Lower builds the package's SSA and lowers the functions that matter. The unit
// it returns is closed: it needs no other unit to be evaluated. Lower does not
// panic: what could not be lowered is named in the unit.
func Lower(in Input) *Unit {
	unit, whole := lower(in, false)
	if !whole {
		unit, _ = lower(in, true)
	}
	return unit
}

// lower does so; unless tables is set, large tables of constants are left out. If they
// are needed, the unit is not whole.
func lower(in Input, tables bool) (unit *Unit, whole bool) {
	l := &lowerer{
		Input: in, tables: tables,
		unit:  &Unit{Path: in.Pkg.Path(), Name: in.Pkg.Name()},
		funcs: map[string]*ssa.Function{}, refs: map[string][]string{},
		names: map[types.Type]string{}, types: map[string]*Type{}, touched: map[string]bool{},
		calls: map[token.Pos]*ast.CallExpr{}, kept: map[string]bool{},
		docs: map[token.Pos]string{}, generated: map[string]bool{},
	}
	defer func() {
		if r := recover(); r != nil { // in SSA's builder, or here: one package is lost, not the build
			unit = &Unit{Path: in.Pkg.Path(), Name: in.Pkg.Name(), Failed: []string{fmt.Sprintf("%s: %v", in.Pkg.Path(), r)}}
			whole = true
		}
	}()
	l.leaveTestsOut()
	l.build()
	l.indexSyntax()
	l.keep()
	if l.leftOut && l.kept[l.Pkg.Path()+".init"] {
		return nil, false
	}
	l.lowerKept()
	l.directives()
	l.noteFiles()
	l.importReached()
	l.finish()
	return l.unit, true
}

// A lowerer lowers one package.
type lowerer struct {
	Input
	unit    *Unit
	pkg     *ssa.Package
	funcs   map[string]*ssa.Function // own functions by symbol
	refs    map[string][]string      // what an own function or variable refers to
	kept    map[string]bool
	names   map[types.Type]string
	types   map[string]*Type
	locals  map[*types.TypeName]int // numbers of types declared in functions
	touched map[string]bool         // structs whose fields are needed
	calls   map[token.Pos]*ast.CallExpr
	docs    map[token.Pos]string // first sentences, by the position of the function's name

	generated map[string]bool // files written by programs

	tables  bool // large tables of constants are wanted
	leftOut bool // and there are some
}

// leaveTestsOut forgets the test files, so that a package and its test variant,
// which go vet analyses too, have the same unit.
func (l *lowerer) leaveTestsOut() {
	var files []*ast.File
	for _, f := range l.Files {
		if !strings.HasSuffix(l.Fset.Position(f.FileStart).Filename, "_test.go") {
			files = append(files, f)
		}
	}
	if len(files) == len(l.Files) {
		return
	}
	l.Files = files
	info := *l.Info
	info.InitOrder = nil
	for _, init := range l.Info.InitOrder {
		if slices.ContainsFunc(files, func(f *ast.File) bool {
			return f.FileStart <= init.Rhs.Pos() && init.Rhs.Pos() < f.FileEnd
		}) {
			info.InitOrder = append(info.InitOrder, init)
		}
	}
	l.Info = &info
}

// build makes the SSA form of the package; of its direct imports only the
// declarations, as buildssa does. GlobalDebug ties values to expressions, which
// is how the text of a condition such as "ok" is found; it costs up to a quarter
// of the time.
func (l *lowerer) build() {
	prog := ssa.NewProgram(l.Fset, ssa.GlobalDebug)
	if l.NoReturn != nil {
		prog.SetNoReturn(l.NoReturn)
	}
	for _, p := range l.Pkg.Imports() {
		prog.CreatePackage(p, nil, nil, true)
	}
	info := l.Info
	if !l.tables {
		info, l.leftOut = l.withoutTables()
	}
	l.pkg = prog.CreatePackage(l.Pkg, l.Files, info, false)
	l.pkg.Build()
	if fn := l.pkg.Func("init"); fn != nil {
		l.collect(fn)
	}
	for _, file := range l.Files {
		for _, decl := range file.Decls {
			fd, ok := decl.(*ast.FuncDecl)
			if !ok || fd.Name.Name == "_" {
				continue
			}
			if obj, ok := l.Info.Defs[fd.Name].(*types.Func); ok {
				if fn := prog.FuncValue(obj); fn != nil {
					l.collect(fn)
				}
			}
		}
	}
}

// collect enters a function, its closures, and the method expressions in it that
// are functions of their own.
func (l *lowerer) collect(fn *ssa.Function) {
	symbol := Symbol(fn)
	if l.funcs[symbol] != nil {
		return
	}
	l.funcs[symbol] = fn
	for _, anon := range fn.AnonFuncs {
		l.collect(anon)
	}
	var ops [8]*ssa.Value
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			for _, op := range instr.Operands(ops[:0]) {
				if v, ok := (*op).(*ssa.Function); ok && adapts(v) {
					l.collect(v)
				}
			}
		}
	}
}

// lowerKept lowers what was kept; a function that cannot be lowered is named.
func (l *lowerer) lowerKept() {
	for _, s := range sortedKeys(l.kept) {
		if f := l.lowerOne(s); f != nil {
			l.unit.Funcs = append(l.unit.Funcs, f)
		}
	}
}

func (l *lowerer) lowerOne(symbol string) (f *Func) {
	defer func() {
		if r := recover(); r != nil {
			l.unit.Failed = append(l.unit.Failed, fmt.Sprintf("%s: %v", symbol, r))
			f = nil
		}
	}()
	fn := l.funcs[symbol]
	if fn == nil || len(fn.Blocks) == 0 {
		return nil
	}
	f = (&funcLowerer{lowerer: l, fn: fn, regs: map[ssa.Value]int{}}).lower(symbol)
	if err := f.check(); err != nil {
		panic(err)
	}
	return f
}

// finish sorts everything, so that equal packages give equal bytes.
func (l *lowerer) finish() {
	u := l.unit
	sort.Slice(u.Funcs, func(i, j int) bool { return u.Funcs[i].Name < u.Funcs[j].Name })
	for _, name := range sortedKeys(l.types) {
		u.Types = append(u.Types, l.types[name])
	}
	if l.Main {
		u.Callers = append(u.Callers, l.callers()...)
	}
	slices.SortFunc(u.Callers, compareCallers)
	u.Callers = slices.Compact(u.Callers)
	slices.SortFunc(u.Directives, compareDirectives)
	u.Directives = slices.Compact(u.Directives)
	u.sortFiles()
	sort.Strings(u.Failed)
	u.Failed = slices.Compact(u.Failed)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
