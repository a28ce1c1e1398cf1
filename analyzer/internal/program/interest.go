package program

import (
	"go/types"

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
	"ServeFile": true, "ServeContent": true, "ServeFileFS": true, "CrossOriginProtection": true,
}

// Relevant reports whether the package can contribute to a route table: it
// mentions a server-side object of net/http, an object of a framework, or a
// function of an import that carries a program. It looks at what the type
// checker resolved and at nothing else, so that it costs next to nothing and
// gives the same answer in every driver.
func Relevant(in Input) bool {
	units := map[string]map[string]bool{}
	for _, p := range in.Pkg.Imports() {
		if u := in.Imports(p.Path()); u != nil {
			set := map[string]bool{}
			for _, f := range u.Funcs {
				set[f.Name] = true
			}
			units[p.Path()] = set
		}
	}
	for id, obj := range in.Info.Uses {
		if id.Name == "_" || obj.Pkg() == nil {
			continue
		}
		if in.interesting(obj) {
			return true
		}
		if fn, ok := obj.(*types.Func); ok {
			if set := units[obj.Pkg().Path()]; set != nil && set[SymbolOf(fn)] {
				return true
			}
		}
	}
	return false
}

// interesting reports whether an object belongs to an HTTP server.
func (in *Input) interesting(obj types.Object) bool {
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	path := obj.Pkg().Path()
	if path == "net/http" {
		if in.Main && obj.Name() == "Request" {
			return true
		}
		return serverSide[obj.Name()] && obj.Parent() == obj.Pkg().Scope()
	}
	return path != in.Pkg.Path() && in.Interest(path)
}

// touchesHTTP reports whether a function's signature or body mentions a server's
// objects, or a function that an import's unit carries.
func (l *lowerer) touchesHTTP(fn *ssa.Function) bool {
	if l.seesType(fn.Signature, 0) || fn.Signature.Recv() != nil && l.seesType(fn.Signature.Recv().Type(), 0) {
		return true
	}
	for _, fv := range fn.FreeVars {
		if l.seesType(fv.Type(), 0) {
			return true
		}
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if _, debug := instr.(*ssa.DebugRef); debug {
				continue
			}
			if v, ok := instr.(ssa.Value); ok && l.seesType(v.Type(), 0) {
				return true
			}
			if call, ok := instr.(ssa.CallInstruction); ok {
				if m := call.Common().Method; m != nil && l.seesType(call.Common().Value.Type(), 0) {
					return true
				}
			}
			for _, op := range instr.Operands(nil) {
				if *op != nil && l.seesOperand(*op) {
					return true
				}
			}
		}
	}
	return false
}

func (l *lowerer) seesOperand(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Function:
		if v.Pkg == nil || v.Pkg == l.pkg {
			return false
		}
		if obj := v.Object(); obj != nil && l.interesting(obj) {
			return true
		}
		path := v.Pkg.Pkg.Path()
		if l.Interest(path) && path != "net/http" {
			return true
		}
		return l.imported(path, Symbol(v)) != nil
	case *ssa.Global:
		return v.Pkg != nil && v.Pkg != l.pkg && l.interesting(v.Object())
	}
	return false
}

// maxTypeDepth bounds the look into a type's parts.
const maxTypeDepth = 4

func (l *lowerer) seesType(t types.Type, depth int) bool {
	if depth > maxTypeDepth {
		return false
	}
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		obj := t.Obj()
		if obj.Pkg() != nil && obj.Pkg() != l.Pkg {
			if obj.Pkg().Path() == "net/http" && obj.Name() == "Request" {
				return true // the package is relevant already; here requests are served
			}
			return l.interesting(obj)
		}
	case *types.Pointer:
		return l.seesType(t.Elem(), depth+1)
	case *types.Slice:
		return l.seesType(t.Elem(), depth+1)
	case *types.Array:
		return l.seesType(t.Elem(), depth+1)
	case *types.Map:
		return l.seesType(t.Elem(), depth+1)
	case *types.Chan:
		return l.seesType(t.Elem(), depth+1)
	case *types.Tuple:
		for v := range t.Variables() {
			if l.seesType(v.Type(), depth+1) {
				return true
			}
		}
	case *types.Signature:
		return l.seesType(t.Params(), depth+1) || l.seesType(t.Results(), depth+1)
	}
	return false
}

// imported returns the body an import's unit carries for a symbol, or nil.
func (l *lowerer) imported(path, symbol string) *Func {
	u := l.Imports(path)
	if u == nil {
		return nil
	}
	return u.find(symbol)
}
