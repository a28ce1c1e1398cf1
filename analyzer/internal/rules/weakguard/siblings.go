package weakguard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// A route is an outlier if three quarters of those beside it ask for more, and four at least; one
// that is only read, if nine in ten do. Where three ask for no more, and they are the larger part,
// that is usual there.
const (
	most      = 0.75
	nearlyAll = 0.9
	least     = 4
	plain     = 3
)

// fewerGuards compares a route that changes state with the others under a prefix that do:
// most of them pass all of its guards and one more, or check in the handler besides. Of
// routes that are only read, many are meant for all who have logged in, so nearly all of those must ask for more;
// and what demands a permission already may do so in other words than the others. Where a setting leaves out what this one passes, it
// does so for the others, too, and they still ask for more.
func fewerGuards(t *routes.Table, r *routes.Route) (rule.Finding, bool) {
	if r.Level != routes.Authn && r.Level != routes.Conditional || r.Method == "*" || !guardedByStep(r) {
		return rule.Finding{}, false
	}
	does, most := "change state", most
	if !changes(r) {
		does, most = "are only read", nearlyAll
	}
	for prefix := parent(r.Pattern); prefix != ""; prefix = parent(prefix) {
		var more []*routes.Route
		others := 0
		for _, o := range t.Routes {
			switch {
			case !beside(r, o) || !peers.Under(prefix, o.Pattern):
			case asksMore(o, r):
				more = append(more, o)
			default:
				others++
			}
		}
		if others >= plain && others > len(more) {
			return rule.Finding{}, false // here it is usual to ask no more
		}
		if all := len(more) + others; agree(len(more), all, most) {
			return finding(r, more[0], confidence(r, others), "; %d of the %d other routes under %s that %s ask for more, as %s does (%s)",
				len(more), all, prefix, does, peers.Name(more[0]), peers.GuardAt(added(more[0], r))), true
		}
	}
	return rule.Finding{}, false
}

// agree reports whether so many of all are enough to expect the same of one more.
func agree(more, all int, share float64) bool {
	return more >= least && float64(more) >= share*float64(all)
}

// confidence is low besides where a setting opens the route.
func confidence(r *routes.Route, others int) rule.Confidence {
	if r.Level == routes.Conditional {
		return rule.Low
	}
	return unanimous(others)
}

func unanimous(others int) rule.Confidence {
	if others > 0 {
		return rule.Low
	}
	return rule.Medium
}

// oneHandler compares a route that changes state with the others of its method that one function serves, in each place with something else
// that it is made for: what most of these check, as the function calls them, this one does not.
func oneHandler(t *routes.Table, r *routes.Route) (rule.Finding, bool) {
	if r.Level != routes.Authn || r.Handler == "" || !peers.ChangesState(r.Method) || r.Method == "*" || !guardedByStep(r) || checks(r) {
		return rule.Finding{}, false
	}
	var more []*routes.Route
	others := 0
	for _, o := range t.Routes {
		switch {
		case o.Handler != r.Handler || o.Method != r.Method || !beside(r, o) || !asksAsMuch(o, r):
		case checks(o):
			more = append(more, o)
		default:
			others++
		}
	}
	all := len(more) + others
	if !agree(len(more), all, most) {
		return rule.Finding{}, false
	}
	return finding(r, more[0], unanimous(others), "; %d of the %d other routes that %s serves for %s check more in what it calls, as %s does",
		len(more), all, peers.Short(r.Handler), r.Method, peers.Name(more[0])), true
}

// checks reports whether the handler of a route asks for more than the steps before it.
func checks(r *routes.Route) bool {
	return slices.ContainsFunc(r.Guards, func(g routes.Guard) bool { return g.InHandler && counts(g) })
}

// beside reports whether another route is one to compare with: it changes state, or is only read, as this one. What the path names is asked
// for where the path names it: a route without parameters is none of those with some.
func beside(r, o *routes.Route) bool {
	sure := o.Verdict == routes.Guarded || o.Level == routes.Conditional && r.Level == o.Level && r.Reason == o.Reason
	return sure && alike(r, o) && (o.Position != r.Position || o.Pattern != r.Pattern)
}

// alike is the same, whatever is known of the guards of the other route.
func alike(r, o *routes.Route) bool {
	if !named(r) && named(o) {
		return false
	}
	return o != r && o.App == r.App && o.Host == r.Host && peers.Serves(o) && !o.Open && !o.Shadowed && !o.Fallback && o.Method != "*" && changes(o) == changes(r)
}

// named reports whether the pattern of a route has a parameter.
func named(r *routes.Route) bool {
	pattern, _ := r.BelowBase()
	return strings.ContainsAny(pattern, "{:*")
}

// guardedByStep reports whether a middleware guards the route. Where only its handler does, it
// asks for what it needs: a password, say.
func guardedByStep(r *routes.Route) bool {
	return slices.ContainsFunc(r.Guards, func(g routes.Guard) bool { return !g.InHandler })
}

// asksMore reports whether a route passes all guards of another one, and one more.
func asksMore(o, than *routes.Route) bool { return asksAsMuch(o, than) && added(o, than).Name != "" }

// asksAsMuch reports whether a route passes all guards of another one.
func asksAsMuch(o, than *routes.Route) bool {
	return !slices.ContainsFunc(than.Guards, func(g routes.Guard) bool { return counts(g) && !has(o, g) })
}

// added is the first guard of a route that another one has not.
func added(o, than *routes.Route) routes.Guard {
	for _, g := range o.Guards {
		if counts(g) && !has(than, g) {
			return g
		}
	}
	return routes.Guard{}
}

// counts reports whether a guard is one to compare by: a handler that only fails without a
// principal did not ask for one.
func counts(g routes.Guard) bool {
	return !g.InHandler || slices.ContainsFunc(g.Denies, func(status int) bool { return status < 500 })
}

// has reports whether a route has a guard. Checks in handlers count as one.
func has(r *routes.Route, g routes.Guard) bool {
	return g.InHandler && checks(r) || !g.InHandler && slices.ContainsFunc(r.Guards, func(o routes.Guard) bool { return !o.InHandler && o.Name == g.Name })
}
