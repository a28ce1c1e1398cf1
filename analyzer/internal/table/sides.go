package table

import (
	"maps"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Where an interface has two types behind it, and every method of one asks a check, and no method of the other one asks
// any, the other one was forgotten, or there is something else that asks for it.

// agreeing is how many methods must do so.
const agreeing = 3

// A kind is one type behind an interface: its functions, by method.
type kind map[string]string

// uneven finds what is to be said of types that ask nothing, where another type of the same interface does, by the methods of that.
func (b *builder) uneven(checks map[string]program.Pos) map[string][]routes.Fault {
	out := map[string][]routes.Fault{}
	own := b.ownChecks(checks)
	if len(own) == 0 {
		return out
	}
	behind := b.behind()
	if len(behind) == 0 {
		return out
	}
	asks := b.prog.ReachingOrBeing((*program.Instr).Functions, func(fn *program.Func) bool { return own[fn.Name] })
	for iface, types := range behind {
		for _, silent := range slices.Sorted(maps.Keys(types)) {
			f, ok := b.beside(types, types[silent], asks, own)
			for method := range types[silent] {
				if at := "(" + iface + ")." + method; ok {
					out[at] = append(out[at], f)
				}
			}
		}
	}
	return out
}

// ownChecks are those of the checks that the program itself has: what a library compares and looks for says nothing of
// what somebody may do.
func (b *builder) ownChecks(checks map[string]program.Pos) map[string]bool {
	out := map[string]bool{}
	for callee := range checks {
		if fn := b.prog.Func(callee); fn != nil && b.ours(callee) {
			out[callee] = true
		}
	}
	return out
}

// behind are the types behind interfaces of the program that the steps of all routes call methods of, by the interface: where
// there are several, with methods enough to be compared.
func (b *builder) behind() map[string]map[string]kind {
	out := map[string]map[string]kind{}
	asked := map[guard.OpenCall]bool{}
	for _, h := range b.hearings {
		for _, call := range h.sum.OpenCalls() {
			iface, method, _ := program.SplitMethod(call.Method)
			if asked[call] || !b.ours(iface) {
				continue
			}
			asked[call] = true
			b.prog.Implemented(call.Method, call.Arguments, func(fn *program.Func) bool {
				typ, _, _ := program.SplitMethod(fn.Name)
				if out[iface] == nil {
					out[iface] = map[string]kind{}
				}
				if out[iface][typ] == nil {
					out[iface][typ] = kind{}
				}
				out[iface][typ][method] = fn.Name
				return false
			})
		}
	}
	for iface, types := range out {
		maps.DeleteFunc(types, func(_ string, k kind) bool { return len(k) < agreeing })
		if len(types) < 2 {
			delete(out, iface)
		}
	}
	return out
}

// beside is what is to be said of a type that asks nothing, beside the first one that does.
func (b *builder) beside(types map[string]kind, silent kind, asks, own map[string]bool) (routes.Fault, bool) {
	for _, asking := range slices.Sorted(maps.Keys(types)) {
		if f, ok := b.compare(types[asking], silent, asks, own); ok {
			return f, true
		}
	}
	return routes.Fault{}, false
}

// compare is what is to be said of a type that asks nothing, beside one that does.
func (b *builder) compare(asking, silent kind, asks, own map[string]bool) (routes.Fault, bool) {
	for method, fn := range asking {
		if other, both := silent[method]; !both || !asks[fn] || asks[other] {
			return routes.Fault{}, false
		}
	}
	methods := slices.Sorted(maps.Keys(asking))
	first := methods[0]
	for _, method := range methods {
		if b.at(silent[method]).Before(b.at(silent[first])) {
			first = method
		}
	}
	return routes.Fault{
		Kind: routes.Unasked, Func: silent[first], Detail: asking[first], Condition: b.askedBy(asking[first], own),
		Position: b.at(silent[first]), Asked: b.at(asking[first]),
	}, true
}

func (b *builder) at(fn string) routes.Position { return position(b.prog.Func(fn).Pos) }

// askedBy is the check that a function asks by itself; empty if others do for it.
func (b *builder) askedBy(fn string, own map[string]bool) string {
	for in := range b.prog.Func(fn).All() {
		if own[in.Sym] {
			return in.Sym
		}
	}
	return ""
}

// unasked are the faults of a step that may call such functions.
func unasked(uneven map[string][]routes.Fault, sum *guard.Summary) (out []routes.Fault) {
	if len(uneven) == 0 {
		return nil
	}
	for _, call := range sum.OpenCalls() {
		for _, f := range uneven[call.Method] {
			if !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}
