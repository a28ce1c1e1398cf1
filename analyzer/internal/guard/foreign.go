package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A library returns an error that the program has made only if it is given what makes it: a function, or a value with methods. So
// what a database says is none of the errors that an application has for who is not known, though a function that answers
// for all errors asks for these first.

// madeBy is the number of the package that makes an error: of the one that a call is of, if that is given nothing that could
// return another one; 0 if it is not known.
func (r *run) madeBy(in *program.Instr, sym string, args []av, st *state) int32 {
	if in.Op != program.Call || slices.ContainsFunc(args, func(a av) bool { return r.returnsOwn(a, st, 0) }) {
		return 0
	}
	return r.packageNumber(program.PackageOf(sym))
}

// returnsOwn reports whether who is given a value can get an error of the program's own from it.
func (r *run) returnsOwn(a av, st *state, depth int) bool {
	if depth > 2 {
		return true
	}
	own := func(typ string) bool { return r.prog.HasMethods(typ) && r.isOwn(program.PackageOf(typ)) }
	switch v := a.v.(type) {
	case *value.Func, value.Native, value.Choice:
		return true
	case value.Iface:
		return own(v.Type) || r.returnsOwn(av{v: v.Val}, st, depth+1)
	case *value.Struct:
		return own(v.Type)
	case value.Pointer:
		if own(v.Cell.Type) {
			return true
		}
		if !strings.HasPrefix(v.Cell.Type, "[") { // of a variadic call
			return false
		}
		held, _ := r.read(st, v.Cell)
		return r.returnsOwn(held, st, depth+1)
	case *value.Slice:
		return slices.ContainsFunc(v.Array.Elems[v.Off:v.Off+v.Len], func(c *value.Cell) bool {
			held, written := r.read(st, c)
			return r.returnsOwn(held, st, depth+1) || !written && r.returnsOwn(av{v: c.Val}, st, depth+1)
		})
	}
	return a.dyn != "" && own(a.dyn)
}

// packageNumber numbers a package; 0 is none.
func (r *run) packageNumber(path string) int32 {
	if path == "" {
		return 0
	}
	i := slices.Index(r.packages, path)
	if i < 0 {
		i = len(r.packages)
		r.packages = append(r.packages, path)
	}
	return int32(i + 1)
}

// isOwn reports whether a package is of whom the program is.
func (r *run) isOwn(path string) bool { return path != "" && owner(path) == owner(r.prog.Path) }

// owner is who writes a package, as far as its path says: github.com/someone, or the first word of what has no host.
func owner(path string) string {
	words := strings.SplitN(path, "/", 3)
	if len(words) > 1 && strings.Contains(words[0], ".") {
		return words[0] + "/" + words[1]
	}
	return words[0]
}

// cannotBe reports whether an error, that another package has made, cannot be one of the program's own, or of a type of its own.
func (r *run) cannotBe(err av, path string) bool {
	return r.isOthers(err) && r.isOwn(path)
}

// isOthers reports whether a value is one that a package of others has made.
func (r *run) isOthers(v av) bool { return v.pkg > 0 && !r.isOwn(r.packages[v.pkg-1]) }

// cannotEqual reports so of two values, of which one is the error that a variable holds.
func (r *run) cannotEqual(x, y av) bool {
	return isErrorValue(y) && y.pkg > 0 && r.cannotBe(x, r.packages[y.pkg-1]) || isErrorValue(x) && x.pkg > 0 && r.cannotBe(y, r.packages[x.pkg-1])
}
