package guard

import (
	"cmp"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Some answers about who asks say in one field whether they are good, and in others who it
// is and what went wrong. That nothing went wrong does not say that anybody was found.

// Unread are the answers of which something is read in the step, or in what it may call, and
// never whether they are good.
func (s *Summary) Unread() []routes.Fault {
	wrong := s.run.unread()
	if s.Failed != "" || len(wrong) == 0 {
		return nil
	}
	var out []routes.Fault
	for fn := range s.run.reached() {
		out = append(out, wrong[fn]...)
	}
	slices.SortFunc(out, func(a, b routes.Fault) int {
		return cmp.Or(cmp.Compare(a.Position.String(), b.Position.String()), cmp.Compare(a.Condition, b.Condition))
	})
	return out
}

// unreadIn are those of all functions of a program. Few programs have any.
func unreadIn(p *program.Program, t *frameworks.Tables) map[*program.Func][]routes.Fault {
	out := map[*program.Func][]routes.Fault{}
	reviews := slices.ContainsFunc(t.Verdicts(), func(typ string) bool { return p.Type(typ) != nil })
	isReview := func(typ string) bool { return t.Verdict(typ) != "" }
	for _, fn := range p.Funcs() {
		for _, call := range fn.Unheard(frameworks.Tells) {
			out[fn] = append(out[fn], routes.Fault{Kind: routes.Ignored, Detail: routes.Unsigned, Func: fn.Name, Condition: call.Sym, Position: pos(call.Pos)})
		}
		if !reviews {
			continue
		}
		for _, r := range fn.Reviews(isReview) {
			if says := t.Verdict(r.Type); !slices.Contains(r.Reads, says) {
				out[fn] = append(out[fn], routes.Fault{Kind: routes.Ignored, Func: fn.Name, Condition: r.Type + "." + says, Position: pos(r.Pos)})
			}
		}
	}
	return out
}

// reached are the functions that the step came to, and those that they name: what is called
// by way of a list, say, that is not known.
func (r *run) reached() map[*program.Func]bool {
	out := map[*program.Func]bool{}
	var work []*program.Func
	add := func(fn *program.Func) {
		if fn != nil && !out[fn] {
			out[fn] = true
			work = append(work, fn)
		}
	}
	for fn := range r.entered {
		add(fn)
	}
	for len(work) > 0 {
		fn := work[len(work)-1]
		work = work[:len(work)-1]
		for in := range fn.All() {
			for _, sym := range in.Functions() {
				add(r.prog.Func(sym))
			}
		}
	}
	return out
}
