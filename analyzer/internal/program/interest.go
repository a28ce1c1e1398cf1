package program

import (
	"go/ast"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ssa"
)

// serverSide are the objects of net/http that only servers use. The rest of the
// package is as much a client's, and most programs that import it are clients.
var serverSide = map[string]bool{
	"ResponseWriter": true, "Handler": true, "HandlerFunc": true, "ServeMux": true, "Server": true,
	"Handle": true, "HandleFunc": true, "ListenAndServe": true, "ListenAndServeTLS": true, "Serve": true,
	"ServeTLS": true, "NewServeMux": true, "DefaultServeMux": true, "Error": true, "Redirect": true,
	"SetCookie": true, "StripPrefix": true, "FileServer": true, "FileServerFS": true, "NotFound": true,
	"NotFoundHandler": true, "RedirectHandler": true, "TimeoutHandler": true, "MaxBytesHandler": true,
	"AllowQuerySemicolons": true, "MaxBytesReader": true, "ResponseController": true, "NewResponseController": true,
	"Flusher": true, "Hijacker": true, "Pusher": true, "ErrAbortHandler": true,
	"ServeFile": true, "ServeContent": true, "ServeFileFS": true,
	"CrossOriginProtection": true, "NewCrossOriginProtection": true,
}

// Relevant reports whether the package can contribute to a route table: it is a
// framework itself, or it mentions a server-side object of net/http, an object of a framework, or a
// function of an import that carries a program. It looks at what the type
// checker resolved and at nothing else, so that it costs next to nothing and
// gives the same answer in every driver.
func Relevant(in Input) bool {
	if in.Interest(in.Pkg.Path()) {
		return true
	}
	request := false
	for id, obj := range in.Info.Uses {
		if id.Name == "_" || obj.Pkg() == nil {
			continue
		}
		if in.interesting(obj) {
			return true
		}
		if obj.Pkg() != in.Pkg && in.carried(obj) {
			return true
		}
		request = request || obj.Name() == "Request" && obj.Pkg().Path() == "net/http"
		if in.Main && keepsInContext(obj) {
			return true
		}
		if lax, _ := in.signs(obj); lax && in.Main {
			return true
		}
	}
	return request && in.Main && in.takesRequest() || in.Main && (in.hasPredicate() || in.hasTellingErrors() || in.declaresGuards() || in.hasLookUp() || in.hasSwitched() || in.hasUnheard() || in.hasPathLists() || len(in.held()) > 0) || in.importsForEffect()
}

// bodies are the functions that the package declares, with what they do.
func (in *Input) bodies() iter.Seq2[*types.Func, *ast.BlockStmt] {
	return func(yield func(*types.Func, *ast.BlockStmt) bool) {
		for _, f := range in.Files {
			for _, d := range f.Decls {
				decl, ok := d.(*ast.FuncDecl)
				if !ok || decl.Body == nil {
					continue
				}
				if fn, ok := in.Info.Defs[decl.Name].(*types.Func); ok && !yield(fn, decl.Body) {
					return
				}
			}
		}
	}
}

// hasPredicate reports whether the package declares a predicate of strings.
func (in *Input) hasPredicate() bool {
	scope := in.Pkg.Scope()
	for _, name := range scope.Names() {
		if fn, ok := scope.Lookup(name).(*types.Func); ok && isPredicate(fn) {
			return true
		}
	}
	return false
}

// isPredicate reports whether a function says yes or no of strings: that is how
// programs tell the paths apart that are open to everybody, in packages that see
// nothing of HTTP.
func isPredicate(fn *types.Func) bool {
	sig := fn.Signature()
	if !fn.Exported() || sig.Recv() != nil || sig.Results().Len() != 1 || sig.Params().Len() == 0 {
		return false
	}
	if b, ok := sig.Results().At(0).Type().(*types.Basic); !ok || b.Kind() != types.Bool {
		return false
	}
	for v := range sig.Params().Variables() {
		t := types.Unalias(v.Type())
		if s, ok := t.(*types.Slice); ok {
			t = s.Elem()
		}
		if b, ok := t.(*types.Basic); !ok || b.Kind() != types.String {
			return false
		}
	}
	return true
}

// keepsInContext reports whether an object puts values into a context or takes
// them out: what a request proved travels that way to functions that see neither
// request nor response.
func keepsInContext(obj types.Object) bool {
	return obj.Pkg().Path() == "context" && (obj.Name() == "WithValue" || obj.Name() == "Value")
}

// carried reports whether an object of an import leads to its unit: a function
// whose body is there, or a type that is made of a server's or, in the program's own
// module, has a method there, which may be called through an interface.
func (in *Input) carried(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Func:
		u := in.Imports(obj.Pkg().Path())
		return u != nil && u.find(SymbolOf(obj)) != nil
	case *types.TypeName:
		u := in.Imports(obj.Pkg().Path())
		return u != nil && (in.seesType(obj.Type(), 0) || in.Main && hasMethod(u, obj))
	case *types.Var:
		return in.handsOn(obj)
	}
	return false
}

// hasMethod reports whether the body of a method of a type is in the unit.
func hasMethod(u *Unit, obj *types.TypeName) bool {
	n, ok := types.Unalias(obj.Type()).(*types.Named)
	if !ok {
		return false
	}
	for m := range n.Methods() {
		if u.find(SymbolOf(m)) != nil {
			return true
		}
	}
	return false
}

// handsOn reports whether a package variable of an import may hold functions that its
// initializer put there, such as a command with its action: whoever gives it to a library
// of commands has them run.
func (in *Input) handsOn(v *types.Var) bool {
	return in.Main && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() && holdsFunc(v.Type(), 0) && in.hasInit(v.Pkg().Path())
}

// holdsFunc reports whether a value is a struct with a function in it, or with something
// that may be one; or points to such structs.
func holdsFunc(t types.Type, depth int) bool {
	if depth > maxTypeDepth {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return holdsFunc(u.Elem(), depth+1)
	case *types.Slice:
		return holdsFunc(u.Elem(), depth+1)
	case *types.Struct:
		for f := range u.Fields() {
			switch field := f.Type().Underlying().(type) {
			case *types.Signature:
				return true
			case *types.Interface:
				if field.Empty() {
					return true
				}
			}
		}
	}
	return false
}

// takesRequest reports whether a parameter or a field is a *http.Request.
func (in *Input) takesRequest() bool {
	for _, obj := range in.Info.Defs {
		if v, ok := obj.(*types.Var); ok && (v.Kind() == types.ParamVar || v.Kind() == types.FieldVar) && isRequest(v.Type()) {
			return true
		}
	}
	return false
}

// importsForEffect reports whether the package imports, for its initializer
// alone, one that has a program: its routes must reach who imports this package.
// Of a command, every import counts: commands of a command library are often put
// together by initializers, and main only says go.
func (in *Input) importsForEffect() bool {
	for _, f := range in.Files {
		for _, spec := range f.Imports {
			if in.Pkg.Name() != "main" && (spec.Name == nil || spec.Name.Name != "_") {
				continue
			}
			if p := in.Info.PkgNameOf(spec); p != nil && in.hasInit(p.Imported().Path()) {
				return true
			}
		}
	}
	return false
}

func (in *Input) hasInit(path string) bool {
	if in.Registers != nil && in.Registers(path) {
		return true
	}
	if in.Interest(path) {
		return false // a framework registers no routes of its own
	}
	u := in.Imports(path)
	return u != nil && u.find(path+".init") != nil
}

// isAccessor reports whether a method does nothing but tell the request that its receiver holds, as those of
// contexts do which a program has made for its handlers. What makes a request is a client's, and takes more.
func isAccessor(sig *types.Signature) bool {
	return sig.Recv() != nil && sig.Params().Len() == 0 && sig.Results().Len() == 1 && isRequest(sig.Results().At(0).Type())
}

func isRequest(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	n, ok := types.Unalias(p.Elem()).(*types.Named)
	return ok && n.Obj().Name() == "Request" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http"
}

// interesting reports whether an object of another package belongs to an HTTP server.
func (in *Input) interesting(obj types.Object) bool {
	if obj == nil || obj.Pkg() == nil || obj.Pkg() == in.Pkg {
		return false
	}
	if path := obj.Pkg().Path(); path != "net/http" {
		return in.Interest(path)
	}
	if fn, ok := obj.(*types.Func); ok {
		if recv := fn.Signature().Recv(); recv != nil {
			return ofServer(recv.Type())
		}
	}
	return serverSide[obj.Name()] && obj.Parent() == obj.Pkg().Scope()
}

// ofServer reports whether a receiver in net/http is one of a server's types.
func ofServer(t types.Type) bool {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	return ok && serverSide[n.Obj().Name()]
}

// touchesHTTP reports whether a function's signature or body mentions a server's
// objects, or a function that an import's unit carries.
func (l *lowerer) touchesHTTP(fn *ssa.Function) bool {
	if obj, ok := fn.Object().(*types.Func); ok && l.Main && (isPredicate(obj) || tellsOfError(obj) || l.findsNobody(fn) || l.spares(fn) || l.doesNotAsk(fn) || l.asksSigner(fn)) {
		return true
	}
	for _, v := range fn.Params {
		if l.seesType(v.Type(), 0) || isRequest(v.Type()) {
			return true
		}
	}
	for _, v := range fn.FreeVars {
		if l.seesType(v.Type(), 0) {
			return true
		}
	}
	if l.seesType(fn.Signature.Results(), 0) || l.Main && isAccessor(fn.Signature) {
		return true
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if _, debug := instr.(*ssa.DebugRef); !debug && l.instrTouches(instr) {
				return true
			}
		}
	}
	return false
}

func (l *lowerer) instrTouches(instr ssa.Instruction) bool {
	if v, ok := instr.(ssa.Value); ok && l.seesType(v.Type(), 0) {
		return true
	}
	switch instr := instr.(type) {
	case *ssa.MakeInterface: // its methods may be called through the interface
		set := map[string]bool{}
		l.methodsOf(instr.X.Type(), set, 0)
		for s := range set {
			if recv, _, ok := SplitMethod(s); ok && l.imported(PackageOf(recv), s) != nil {
				return true
			}
		}
	case ssa.CallInstruction:
		c := instr.Common()
		if c.IsInvoke() && (l.interesting(c.Method) || l.seesType(c.Value.Type(), 0) || c.Method.Pkg() != nil && keepsInContext(c.Method)) {
			return true
		}
	}
	var ops [8]*ssa.Value
	for _, op := range instr.Operands(ops[:0]) {
		switch v := (*op).(type) {
		case *ssa.Function:
			if l.seesFunction(v) {
				return true
			}
		case *ssa.Global:
			if obj, ok := v.Object().(*types.Var); l.interesting(v.Object()) || ok && v.Pkg != l.pkg && l.handsOn(obj) {
				return true
			}
		}
	}
	return false
}

func (l *lowerer) seesFunction(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	if !ok { // a closure of ours, or the initializer of an import
		return fn.Pkg != nil && fn.Pkg != l.pkg && fn.Name() == "init" && l.hasInit(fn.Pkg.Pkg.Path())
	}
	if obj.Pkg() == nil || obj.Pkg() == l.Pkg {
		return false
	}
	return l.interesting(obj) || obj.Pkg().Path() == "context" && obj.Name() == "WithValue" || l.imported(obj.Pkg().Path(), SymbolOf(obj)) != nil
}

// maxTypeDepth bounds the look into a type's parts.
const maxTypeDepth = 4

// seesType reports whether a type is a server's, or made of one. A request is
// one only as a parameter of a function: as a value it may be a client's.
func (in *Input) seesType(t types.Type, depth int) bool {
	if depth > maxTypeDepth {
		return false
	}
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		return in.seesNamed(t, depth)
	case *types.Pointer:
		return in.seesType(t.Elem(), depth+1)
	case *types.Slice:
		return in.seesType(t.Elem(), depth+1)
	case *types.Array:
		return in.seesType(t.Elem(), depth+1)
	case *types.Map:
		return in.seesType(t.Elem(), depth+1)
	case *types.Chan:
		return in.seesType(t.Elem(), depth+1)
	case *types.Tuple:
		for v := range t.Variables() {
			if in.seesType(v.Type(), depth+1) {
				return true
			}
		}
	case *types.Signature:
		for v := range t.Params().Variables() {
			if isRequest(v.Type()) {
				return true
			}
		}
		return in.seesType(t.Params(), depth+1) || in.seesType(t.Results(), depth+1)
	}
	return false
}

// seesNamed looks into named functions and interfaces, such as an application's
// own handler type, and, in an import that has a program, into structs, such as
// its request context. Own structs need no look: a method that does something
// with HTTP counts by itself, and so does who calls it.
func (in *Input) seesNamed(t *types.Named, depth int) bool {
	key := typeAt{t, depth}
	if sees, ok := in.seen[key]; ok {
		return sees
	}
	if in.seen == nil {
		in.seen = map[typeAt]bool{}
	}
	in.seen[key] = in.looksInto(t, depth)
	return in.seen[key]
}

// A typeAt is a type met at some depth of another.
type typeAt struct {
	named *types.Named
	depth int
}

func (in *Input) looksInto(t *types.Named, depth int) bool {
	obj := t.Obj()
	own := obj.Pkg() == in.Pkg
	if in.interesting(obj) || own && obj.Exported() && in.Interest(in.Pkg.Path()) {
		return true
	}
	if obj.Pkg() == nil || !own && in.Imports(obj.Pkg().Path()) == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return in.seesType(u, depth+1)
	case *types.Interface:
		for m := range u.Methods() {
			if in.seesType(m.Signature(), depth+1) {
				return true
			}
		}
	case *types.Struct:
		for f := range u.Fields() {
			if !own && (isRequest(f.Type()) || in.seesType(f.Type(), depth+1)) {
				return true
			}
		}
	}
	return false
}

// imported returns the body an import's unit carries for a symbol, or nil.
func (l *lowerer) imported(path, symbol string) *Func {
	if u := l.Imports(path); u != nil {
		return u.find(symbol)
	}
	return nil
}
