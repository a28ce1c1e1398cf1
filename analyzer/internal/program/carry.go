package program

import (
	"sort"
	"strings"
)

// importReached adds what the kept functions reach in imports, transitively,
// with its types and directives, so that the unit stands by itself.
func (l *lowerer) importReached() {
	have := map[string]bool{}
	for _, f := range l.unit.Funcs {
		have[f.Name] = true
	}
	var work []string
	for s := range l.kept {
		work = append(work, l.followed(s, l.refs[s])...)
	}
	for _, s := range sortedKeys(l.funcs) {
		work = append(work, l.made(s)...)
	}
	work = append(work, l.handedOut()...)
	c := &carrier{to: l.types, done: map[typeOf]bool{}}
	imports := l.importUnits()
	files := map[string]bool{}
	for len(work) > 0 {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		if have[s] || l.funcs[s] != nil {
			continue
		}
		have[s] = true
		work = append(work, l.made(s)...)
		if l.known(s) {
			continue
		}
		for _, u := range imports {
			if param, ok := u.caller(s); ok {
				l.unit.Callers = append(l.unit.Callers, Caller{Func: s, Param: param})
			}
			if f := u.find(s); f != nil {
				files[f.Pos.File] = true
				l.unit.Funcs = append(l.unit.Funcs, f)
				work = append(work, l.followed(s, u.reach(f))...)
				c.function(u, f)
				break
			}
		}
	}
	for _, name := range sortedKeys(l.types) { // what own code needs of imports' types
		for _, u := range imports {
			if l.types[name].Opaque {
				c.typ(u, name)
			}
		}
	}
	l.carryFiles(imports, files)
	for _, u := range imports {
		for _, d := range u.Directives {
			if files[d.Pos.File] {
				l.unit.Directives = append(l.unit.Directives, d)
			}
		}
		for _, failed := range u.Failed { // "symbol: reason", or the whole package
			if s, _, _ := strings.Cut(failed, ": "); have[s] || s == u.Path {
				l.unit.Failed = append(l.unit.Failed, failed)
			}
		}
	}
}

// made lists what a function stands for.
func (l *lowerer) made(symbol string) []string {
	if l.Makes == nil {
		return nil
	}
	return l.Makes(symbol)
}

// followed leaves out of a package initializer's references the initializers of
// frameworks: they register no routes, and where a framework's variable is used,
// that use leads to its initializer.
func (l *lowerer) followed(symbol string, refs []string) []string {
	if !strings.HasSuffix(symbol, ".init") {
		return refs
	}
	var out []string
	for _, r := range refs {
		if path, ok := strings.CutSuffix(r, ".init"); !ok || !l.Interest(path) {
			out = append(out, r)
		}
	}
	return out
}

// importUnits lists the units of the direct imports, by path.
func (in *Input) importUnits() []*Unit {
	var out []*Unit
	for _, p := range in.Pkg.Imports() {
		if u := in.Imports(p.Path()); u != nil {
			out = append(out, u)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Path < out[j].Path })
	return out
}

// find returns the unit's function of that name, or nil.
func (u *Unit) find(symbol string) *Func {
	i := sort.Search(len(u.Funcs), func(i int) bool { return u.Funcs[i].Name >= symbol })
	if i < len(u.Funcs) && u.Funcs[i].Name == symbol {
		return u.Funcs[i]
	}
	return nil
}

func (u *Unit) typ(name string) *Type {
	i := sort.Search(len(u.Types), func(i int) bool { return u.Types[i].Name >= name })
	if i < len(u.Types) && u.Types[i].Name == name {
		return u.Types[i]
	}
	return nil
}

// reach lists what a lowered function refers to.
func (u *Unit) reach(f *Func) []string {
	set := map[string]bool{}
	for in := range f.All() {
		switch in.Op {
		case Call, MakeClosure, MakeBound:
			set[in.Sym] = true
		case MakeIface:
			u.methodsOf(in.Sym, set, 0)
		}
		for _, t := range in.TypeArgs {
			u.methodsOf(t, set, 0)
		}
		for _, a := range in.Args {
			switch a.Kind {
			case Function:
				set[a.Sym] = true
			case Global:
				set[PackageOf(a.Sym)+".init"] = true
			}
		}
	}
	return sortedKeys(set)
}

// PackageOf is the import path in the symbol of a function or variable, or in
// the name of a type.
func PackageOf(symbol string) string {
	s := Bare(strings.TrimLeft(symbol, "(*"))
	slash := strings.LastIndexByte(s, '/') + 1
	if dot := strings.IndexByte(s[slash:], '.'); dot >= 0 {
		return s[:slash+dot]
	}
	return ""
}

func (u *Unit) methodsOf(typ string, set map[string]bool, depth int) {
	if depth > maxTypeDepth {
		return
	}
	base := Bare(strings.TrimPrefix(typ, "*"))
	for _, prefix := range []string{"(" + base + ").", "(*" + base + ")."} {
		i := sort.Search(len(u.Funcs), func(i int) bool { return u.Funcs[i].Name >= prefix })
		for ; i < len(u.Funcs) && strings.HasPrefix(u.Funcs[i].Name, prefix); i++ {
			if _, _, method := SplitMethod(u.Funcs[i].Name); method {
				set[u.Funcs[i].Name] = true
			}
		}
	}
	if t := u.typ(strings.TrimPrefix(typ, "*")); t != nil {
		for _, f := range t.Fields {
			if f.Embedded {
				u.methodsOf(f.Type, set, depth+1)
			}
		}
		for _, r := range t.Results {
			u.methodsOf(r, set, depth+1)
		}
	}
}

// A carrier copies types from imports' units. It remembers where it has been by
// unit and name: that a type is in the table already does not mean that its
// parts are, for this package may know it only by name.
type carrier struct {
	to   map[string]*Type
	done map[typeOf]bool
}

type typeOf struct {
	unit *Unit
	name string
}

// function copies the types a function mentions.
func (c *carrier) function(u *Unit, f *Func) {
	for _, list := range [][]Var{f.Params, f.Free} {
		for _, v := range list {
			c.typ(u, v.Type)
		}
	}
	for _, t := range f.Results {
		c.typ(u, t)
	}
	for in := range f.All() {
		c.typ(u, in.Type)
		switch in.Op {
		case MakeIface, TypeAssert:
			c.typ(u, in.Sym)
		case Invoke:
			if recv, _, ok := SplitMethod(in.Sym); ok {
				c.typ(u, recv)
			}
		}
		for _, t := range in.TypeArgs {
			c.typ(u, t)
		}
		for _, a := range in.Args {
			if a.Const != nil {
				c.typ(u, a.Const.Type)
			}
		}
	}
}

func (c *carrier) typ(u *Unit, name string) {
	at := typeOf{u, name}
	if name == "" || c.done[at] {
		return
	}
	c.done[at] = true
	t := u.typ(name)
	if t == nil {
		return
	}
	c.to[name] = richer(c.to[name], t)
	c.typ(u, t.Elem)
	c.typ(u, t.Key)
	for _, f := range t.Fields {
		c.typ(u, f.Type)
	}
}
