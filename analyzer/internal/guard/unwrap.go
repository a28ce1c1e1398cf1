package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// errors.Is and errors.As look at an error and at those inside it: each says by its method
// Unwrap which that is.

// maxWrapped bounds how far they are followed.
const maxWrapped = 8

// likeErrors are packages whose functions New, Is and As are those of package errors, and that
// wrap an error in another one, and nil in nil.
var likeErrors = []string{"github.com/pkg/errors.", "github.com/go-faster/errors.", "github.com/cockroachdb/errors.", "golang.org/x/xerrors."}

// wraps stands for what wraps its first argument.
const wraps = "errors.wrap"

// inErrors is the function of package errors that another one stands for.
func inErrors(sym string) string {
	for _, pkg := range likeErrors {
		name, ok := strings.CutPrefix(sym, pkg)
		switch {
		case !ok:
		case name == "New" || name == "Is" || name == "As":
			return "errors." + name
		case name == "Errorf" || name == "Newf":
			return "fmt.Errorf"
		case slices.Contains([]string{"Wrap", "Wrapf", "WithMessage", "WithMessagef", "WithStack"}, name):
			return wraps
		}
	}
	return sym
}

// inside lists an error and those that it wraps; all is false if there may be more,
// or one of them answers for itself by the method that asks.
func (r *run) inside(err av, asks string, st *state) (list []av, all bool) {
	for range maxWrapped {
		list = append(list, err)
		typ := dynamic(err)
		if _, _, ok := r.prog.Method(typ, asks); ok {
			return list, false
		}
		if _, _, ok := r.prog.Method(typ, "Unwrap"); !ok {
			return list, true
		}
		sym, self, ok := r.dispatch("(error).Unwrap", err)
		if !ok {
			return list, false
		}
		ends := r.callSymbol(sym, []av{self}, st, r.instr(program.Instr{Dst: -1, Sym: sym}), 0, 0)
		if len(ends) != 1 || len(ends[0].results) != 1 {
			return list, false
		}
		if err = ends[0].results[0]; err.nilness == isNil {
			return list, true
		}
	}
	return list, false
}

// errorIs is errors.Is.
func (r *run) errorIs(err, target av, st *state) av {
	list, all := r.inside(err, "Is", st)
	never := all // whoever asks
	for _, e := range list {
		one := r.thisIs(e, target, st)
		if b, known := boolean(one); b || !known {
			one.lab, one.whom = one.lab|err.lab, err.whom
			return one
		}
		never = never && one.lab == 0
	}
	out := av{lab: err.lab, whom: err.whom, erring: 1}
	if all {
		out.v = value.Bool(false)
	}
	if never {
		out.lab = 0
	}
	return out
}

// errorAs is errors.As.
func (r *run) errorAs(err, target av, st *state) []ending {
	list, all := r.inside(err, "As", st)
	for i, e := range list {
		ends := r.thisAs(e, target, st)
		if b, known := boolean(ends[0].result()); b || !known || i == len(list)-1 && all {
			return ends
		}
	}
	ptr, ok := value.Deref(target.v).(value.Pointer)
	if n := st.clone(); ok {
		r.write(n, ptr.Cell, av{lab: err.lab, nilness: nonNil, ofError: true})
		st = n
	}
	return []ending{{st: st, results: []av{{lab: err.lab | err.ofType()}}}}
}

// errorAsType is errors.AsType, which stores the error in a variable of its own and returns it.
func (r *run) errorAsType(err av, st *state, in *program.Instr, frame int) []ending {
	typ := in.TypeArgs[0]
	c := r.cells[cellKey{frame, in}]
	if c == nil { // the same one in each round of a loop
		c = &value.Cell{Type: typ, Pos: in.Pos}
		r.cells[cellKey{frame, in}], r.owner[c] = c, frame
	}
	var out []ending
	for _, e := range r.errorAs(err, av{v: value.Pointer{Cell: c}, nilness: nonNil}, st) {
		found, ok := r.read(e.st, c)
		if b, known := boolean(e.result()); !ok || known && !b {
			found = zeroAV(r.prog, typ)
		}
		out = append(out, ending{st: e.st, results: []av{found, e.result()}})
	}
	return out
}
