package program

import (
	"slices"
	"sort"
	"strings"
	"sync"
)

// A Program is a set of linked units: what the machines run.
type Program struct {
	Path       string // of the package that it is the program of
	funcs      map[string]*Func
	types      map[string]*Type
	methods    map[string][]string // method name to symbols, sorted
	Directives []Directive
	generated  map[string]bool // files
	files      map[string]File
	calls      func() map[Pos]call // by place, made when somebody asks
	callers    map[string]int      // the parameter that a function calls
	interfaced func() map[string]bool
	receivers  func() map[string]bool // types that have methods, without a star
	assigned   func() map[string]bool // fields that methods assign
}

// Link joins units. A function or type that several units carry is the same in
// each (units copy, they do not change), so the first one wins; a type that is
// opaque in one unit and known in another is known.
func Link(units ...*Unit) *Program {
	p := &Program{funcs: map[string]*Func{}, types: map[string]*Type{}, methods: map[string][]string{}, generated: map[string]bool{}, files: map[string]File{}, callers: map[string]int{}}
	seen := map[Directive]bool{}
	for _, u := range units {
		p.Path = u.Path
		for _, f := range u.Funcs {
			if p.funcs[f.Name] == nil {
				p.funcs[f.Name] = f
				if f.Generated {
					p.generated[f.Pos.File] = true
				}
			}
		}
		for _, t := range u.Types {
			p.types[t.Name] = richer(p.types[t.Name], t)
		}
		for _, c := range u.Callers {
			p.callers[c.Func] = c.Param
		}
		for _, f := range u.Files {
			p.files[f.Name] = f
		}
		for _, d := range u.Directives {
			if !seen[d] {
				seen[d] = true
				p.Directives = append(p.Directives, d)
			}
		}
	}
	p.calls = sync.OnceValue(p.indexCalls)
	p.interfaced = sync.OnceValue(p.interfacedIn)
	p.receivers = sync.OnceValue(p.receiversIn)
	p.assigned = sync.OnceValue(p.assignedIn)
	for name := range p.funcs {
		if _, m, ok := SplitMethod(name); ok {
			p.methods[m] = append(p.methods[m], name)
		}
	}
	for _, list := range p.methods {
		sort.Strings(list)
	}
	return p
}

// HasMethods reports whether a type, or the one that it points to, has a method whose body was read.
func (p *Program) HasMethods(typ string) bool { return p.receivers()[Bare(strings.TrimLeft(typ, "*"))] }

func (p *Program) receiversIn() map[string]bool {
	out := map[string]bool{}
	for name := range p.funcs {
		if recv, _, ok := SplitMethod(name); ok {
			out[strings.TrimLeft(recv, "*")] = true
		}
	}
	return out
}

// richer is the one of two accounts of a type that says more of it, old unless that is
// opaque or nil; with the methods that either of them says.
func richer(old, t *Type) *Type {
	best, other := old, t
	if old == nil || old.Opaque && !t.Opaque {
		best, other = t, old
	}
	if other == nil || other.Methods == nil || best.Methods != nil {
		return best
	}
	both := *best
	both.Methods = other.Methods
	return &both
}

// Func returns the function with the given symbol, or nil.
func (p *Program) Func(symbol string) *Func { return p.funcs[symbol] }

// Caller returns the parameter, the receiver counted, that a function without a body here calls
// whatever happens; ok is false if nobody knows of any.
func (p *Program) Caller(symbol string) (param int, ok bool) {
	param, ok = p.callers[symbol]
	return param, ok
}

// Generated reports whether a file was written by a program.
func (p *Program) Generated(file string) bool { return p.generated[file] }

// File says which content a file had; ok is false for one that nobody may want to change.
func (p *Program) File(name string) (f File, ok bool) { f, ok = p.files[name]; return f, ok }

// Type returns the type with the given name, or nil.
func (p *Program) Type(name string) *Type { return p.types[name] }

// MethodsNamed returns the symbols of all concrete methods with the given name, sorted.
func (p *Program) MethodsNamed(name string) []string { return p.methods[name] }

// Funcs returns all functions, sorted by symbol.
func (p *Program) Funcs() []*Func {
	list := make([]*Func, 0, len(p.funcs))
	for _, f := range p.funcs {
		list = append(list, f)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	return list
}

// Method returns the symbol of the method that a value of the dynamic type typ
// has under the given name, and the path of embedded fields (field numbers) that
// leads to its receiver. ok is false when no such method has a body here.
func (p *Program) Method(typ, name string) (symbol string, path []int, ok bool) {
	return p.method(typ, name, 0)
}

// maxEmbedding bounds the search through embedded fields; deeper nesting is not
// met in real code and a cycle through pointers must end.
const maxEmbedding = 6

func (p *Program) method(typ, name string, depth int) (string, []int, bool) {
	if depth > maxEmbedding || typ == "" {
		return "", nil, false
	}
	base := typ
	if base[0] == '*' {
		base = base[1:]
	}
	for _, symbol := range []string{"(*" + Bare(base) + ")." + name, "(" + Bare(base) + ")." + name} {
		if p.funcs[symbol] != nil {
			return symbol, nil, true
		}
	}
	t := p.types[base]
	if t == nil || t.Kind != KindStruct {
		return "", nil, false
	}
	for i, f := range t.Fields {
		if !f.Embedded {
			continue
		}
		if symbol, path, ok := p.method(f.Type, name, depth+1); ok {
			return symbol, append([]int{i}, path...), true
		}
	}
	return "", nil, false
}

// Bare returns a type's name without its type arguments: "p.Box[int]" is "p.Box".
func Bare(typ string) string {
	for i := 0; i < len(typ); i++ {
		if typ[i] == '[' && i > 0 && typ[len(typ)-1] == ']' {
			return typ[:i]
		}
	}
	return typ
}

// SplitMethod splits the symbol of a method, "(*p.T).M", into its receiver type
// "*p.T" and its name "M". ok is false for functions and closures.
func SplitMethod(symbol string) (recv, name string, ok bool) {
	if symbol == "" || symbol[0] != '(' {
		return "", "", false
	}
	for i := len(symbol) - 1; i > 0; i-- {
		switch symbol[i] {
		case '$':
			return "", "", false
		case '.':
			if symbol[i-1] == ')' {
				return symbol[1 : i-1], symbol[i+1:], true
			}
		}
	}
	return "", "", false
}

// OnlyImplementation returns the symbol of the method of the single type in the
// program that implements an interface, named by the interface's method, which is called
// with so many arguments, the receiver among them; it stands in for a receiver that is not
// known. Types are told apart by the names of their methods, of which this one has as many
// parameters as it is called with.
func (p *Program) OnlyImplementation(method string, arguments int) (symbol string, ok bool) {
	recv, name, ok := SplitMethod(method)
	if !ok {
		return "", false
	}
	t := p.types[recv]
	if t == nil || len(t.Methods) == 0 {
		return "", false
	}
	for _, sym := range p.methods[name] {
		typ, _, _ := SplitMethod(sym)
		if len(p.funcs[sym].Params) != arguments || !p.implements(typ, t) {
			continue
		}
		if symbol != "" {
			return "", false
		}
		symbol = sym
	}
	return symbol, symbol != ""
}

// Implemented reports whether a method of an interface, that is called with so many arguments, is one of some kind for any type of which
// the program makes the interface.
func (p *Program) Implemented(method string, arguments int, is func(*Func) bool) bool {
	recv, name, ok := SplitMethod(method)
	t := p.types[recv]
	if !ok || t == nil || len(t.Methods) == 0 {
		return false
	}
	return slices.ContainsFunc(p.methods[name], func(sym string) bool {
		typ, _, _ := SplitMethod(sym)
		plain := strings.TrimPrefix(typ, "*")
		return len(p.funcs[sym].Params) == arguments && (p.interfaced()[plain] || p.interfaced()["*"+plain]) && p.implements(typ, t) && is(p.funcs[sym])
	})
}

// interfacedIn are the types of which functions make interfaces.
func (p *Program) interfacedIn() map[string]bool {
	out := map[string]bool{}
	for _, fn := range p.Funcs() {
		for in := range fn.All() {
			if in.Op == MakeIface {
				out[in.Sym] = true
			}
		}
	}
	return out
}

// implements reports whether a type is known to have all methods of an interface.
func (p *Program) implements(typ string, iface *Type) bool {
	return !slices.ContainsFunc(iface.Methods, func(name string) bool {
		_, _, has := p.Method(typ, name)
		return !has
	})
}

// SetByMethod reports whether a method of a type, or of a pointer to it, assigns a field: then who has no access to the field
// can still change it.
func (p *Program) SetByMethod(typ, field string) bool { return p.assigned()[typ+"."+field] }

func (p *Program) assignedIn() map[string]bool {
	out := map[string]bool{}
	for name, fn := range p.funcs {
		method, _, _ := strings.Cut(name, "$") // and what is written in it
		recv, _, ok := SplitMethod(method)
		if !ok {
			continue
		}
		fields := map[int]string{} // addresses, by register
		for in := range fn.All() {
			switch {
			case in.Op == FieldAddr:
				fields[in.Dst] = in.Sym
			case in.Op == Store && in.Args[0].Kind == Register && fields[in.Args[0].Reg] != "":
				out[strings.TrimLeft(recv, "*")+"."+fields[in.Args[0].Reg]] = true
			}
		}
	}
	return out
}
