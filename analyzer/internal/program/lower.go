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
	// NoReturn reports whether a function never returns; may be nil.
	NoReturn func(*types.Func) bool
	// Main is set for a package of the module being worked on. There a mention
	// of *http.Request is enough to see HTTP; elsewhere it mostly means a client.
	Main bool
}

// Lower builds the package's SSA and lowers the functions that matter. The unit
// it returns is closed: it needs no other unit to be evaluated.
func Lower(in Input) *Unit {
	l := &lowerer{
		Input: in,
		unit:  &Unit{Path: in.Pkg.Path(), Name: in.Pkg.Name()},
		funcs: map[string]*ssa.Function{}, refs: map[string][]string{},
		names: map[types.Type]string{}, types: map[string]*Type{}, touched: map[string]bool{},
		calls: map[token.Pos]*ast.CallExpr{}, kept: map[string]bool{},
	}
	l.build()
	l.indexCalls()
	l.keep()
	l.lowerKept()
	l.importReached()
	l.directives()
	l.finish()
	return l.unit
}

// A lowerer lowers one package.
type lowerer struct {
	Input
	unit    *Unit
	pkg     *ssa.Package
	funcs   map[string]*ssa.Function // own functions by symbol
	refs    map[string][]string      // what an own function refers to
	kept    map[string]bool
	names   map[types.Type]string
	types   map[string]*Type
	touched map[string]bool // structs whose fields are needed
	calls   map[token.Pos]*ast.CallExpr
}

// build makes the SSA form of the package; of its imports only the declarations.
func (l *lowerer) build() {
	prog := ssa.NewProgram(l.Fset, ssa.GlobalDebug)
	if l.NoReturn != nil {
		prog.SetNoReturn(l.NoReturn)
	}
	created := map[*types.Package]bool{}
	var create func([]*types.Package)
	create = func(pkgs []*types.Package) {
		for _, p := range pkgs {
			if !created[p] {
				created[p] = true
				prog.CreatePackage(p, nil, nil, true)
				create(p.Imports())
			}
		}
	}
	create(l.Pkg.Imports())
	l.pkg = prog.CreatePackage(l.Pkg, l.Files, l.Info, false)
	l.pkg.Build()
	if fn := l.pkg.Func("init"); fn != nil {
		l.collect(fn)
	}
	for _, file := range l.Files {
		if l.isTest(file) {
			continue
		}
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

func (l *lowerer) isTest(f *ast.File) bool {
	return strings.HasSuffix(l.Fset.Position(f.FileStart).Filename, "_test.go")
}

func (l *lowerer) collect(fn *ssa.Function) {
	l.funcs[Symbol(fn)] = fn
	for _, anon := range fn.AnonFuncs {
		l.collect(anon)
	}
}

// Symbol names a function as package program does.
func Symbol(fn *ssa.Function) string {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if parent := fn.Parent(); parent != nil {
		name := fn.Name()
		return Symbol(parent) + "$" + name[strings.LastIndexByte(name, '$')+1:]
	}
	if obj, ok := fn.Object().(*types.Func); ok && !strings.HasPrefix(fn.Name(), "init#") {
		return SymbolOf(obj)
	}
	if fn.Pkg != nil {
		return fn.Pkg.Pkg.Path() + "." + fn.Name()
	}
	return fn.String()
}

// SymbolOf names a declared function or method.
func SymbolOf(obj *types.Func) string {
	obj = obj.Origin()
	sig := obj.Signature()
	recv := sig.Recv()
	if recv == nil {
		if obj.Pkg() == nil {
			return obj.Name()
		}
		return obj.Pkg().Path() + "." + obj.Name()
	}
	t, star := types.Unalias(recv.Type()), ""
	if p, ok := t.(*types.Pointer); ok {
		t, star = types.Unalias(p.Elem()), "*"
	}
	name := "interface"
	if n, ok := t.(*types.Named); ok {
		name = n.Obj().Name()
		if p := n.Obj().Pkg(); p != nil {
			name = p.Path() + "." + name
		}
	}
	return "(" + star + name + ")." + obj.Name()
}

// indexCalls finds call expressions by the position SSA gives a call: that of
// its parenthesis, or of the go or defer keyword.
func (l *lowerer) indexCalls() {
	for _, f := range l.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				l.calls[n.Lparen] = n
			case *ast.GoStmt:
				l.calls[n.Go] = n.Call
			case *ast.DeferStmt:
				l.calls[n.Defer] = n.Call
			}
			return true
		})
	}
}

func (l *lowerer) pos(p token.Pos) Pos {
	if !p.IsValid() {
		return Pos{}
	}
	at := l.Fset.Position(p)
	return Pos{File: at.Filename, Line: at.Line, Col: at.Column}
}

// lowerKept lowers what was kept; a function that cannot be lowered is named.
func (l *lowerer) lowerKept() {
	symbols := make([]string, 0, len(l.kept))
	for s := range l.kept {
		symbols = append(symbols, s)
	}
	sort.Strings(symbols)
	for _, s := range symbols {
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
	if len(fn.Blocks) == 0 {
		return nil
	}
	return (&funcLowerer{lowerer: l, fn: fn, regs: map[ssa.Value]int{}}).lower(symbol)
}

// directives collects the //guardvet: comments of the package's own files.
func (l *lowerer) directives() {
	for _, file := range l.Files {
		owner := map[*ast.CommentGroup]string{}
		for _, d := range file.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Doc != nil {
				if obj, ok := l.Info.Defs[fd.Name].(*types.Func); ok {
					owner[fd.Doc] = SymbolOf(obj)
				}
			}
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				rest, ok := strings.CutPrefix(c.Text, "//guardvet:")
				if !ok {
					continue
				}
				verb, reason, _ := strings.Cut(rest, " ")
				reason, _, _ = strings.Cut(reason, "// want")
				l.unit.Directives = append(l.unit.Directives, Directive{
					Pos: l.pos(c.Pos()), Verb: strings.TrimSpace(verb), Reason: strings.TrimSpace(reason), Func: owner[group],
				})
			}
		}
	}
}

// finish sorts everything, so that equal packages give equal bytes.
func (l *lowerer) finish() {
	u := l.unit
	sort.Slice(u.Funcs, func(i, j int) bool { return u.Funcs[i].Name < u.Funcs[j].Name })
	for _, t := range l.types {
		u.Types = append(u.Types, t)
	}
	sort.Slice(u.Types, func(i, j int) bool { return u.Types[i].Name < u.Types[j].Name })
	slices.SortFunc(u.Directives, compareDirectives)
	u.Directives = slices.Compact(u.Directives)
	sort.Strings(u.Failed)
}

func compareDirectives(a, b Directive) int {
	return strings.Compare(
		fmt.Sprintf("%s:%08d:%06d", a.Pos.File, a.Pos.Line, a.Pos.Col),
		fmt.Sprintf("%s:%08d:%06d", b.Pos.File, b.Pos.Line, b.Pos.Col))
}
