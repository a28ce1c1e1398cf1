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

// uneven finds the functions of types that ask nothing, where those of another type of the same interface do, with what is
// to be said of them.
func (b *builder) uneven(checks map[string]program.Pos) map[string]routes.Fault {
	out := map[string]routes.Fault{}
	behind := b.behind()
	if len(checks) == 0 || len(behind) == 0 {
		return out
	}
	own := b.ownChecks(checks)
	asks := b.prog.ReachingOrBeing((*program.Instr).Functions, func(fn *program.Func) bool { return own[fn.Name] })
	for _, iface := range slices.Sorted(maps.Keys(behind)) {
		for _, asking := range slices.Sorted(maps.Keys(behind[iface])) {
			for _, silent := range slices.Sorted(maps.Keys(behind[iface])) {
				b.compare(behind[iface][asking], behind[iface][silent], asks, own, out)
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

// behind are the types that the steps of all routes call methods of, by the interface.
func (b *builder) behind() map[string]map[string]kind {
	out := map[string]map[string]kind{}
	for _, h := range b.hearings {
		for _, s := range h.sum.Sides() {
			iface, method, _ := program.SplitMethod(s.Method)
			typ, _, ok := program.SplitMethod(s.Func)
			if !ok {
				continue
			}
			if out[iface] == nil {
				out[iface] = map[string]kind{}
			}
			if out[iface][typ] == nil {
				out[iface][typ] = kind{}
			}
			out[iface][typ][method] = s.Func
		}
	}
	return out
}

func (b *builder) compare(asking, silent kind, asks map[string]bool, own map[string]bool, out map[string]routes.Fault) {
	if len(asking) < agreeing || len(silent) < agreeing {
		return
	}
	for method, fn := range asking {
		if other, both := silent[method]; !both || !asks[fn] || asks[other] {
			return
		}
	}
	methods := slices.Sorted(maps.Keys(asking))
	first := methods[0]
	for _, method := range methods {
		if b.at(silent[method]).Before(b.at(silent[first])) {
			first = method
		}
	}
	for _, method := range methods {
		out[silent[method]] = routes.Fault{
			Kind: routes.Unasked, Func: silent[first], Detail: asking[first], Condition: b.askedBy(asking[first], own),
			Position: b.at(silent[first]), Asked: b.at(asking[first]),
		}
	}
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
func unasked(uneven map[string]routes.Fault, sum *guard.Summary) (out []routes.Fault) {
	for _, s := range sum.Sides() {
		if f, ok := uneven[s.Func]; ok && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}
