package evaluate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// remarks are what a router or a route says of itself, for steps that ask when a request comes.
type remarks []note

// A note is one of them. A value that is nil says that nothing is noted under the key any more,
// as far as this router or route is concerned.
type note struct {
	key, val value.Value
	conds    []Cond
}

// note writes down what a call says. What it says on a condition leaves it unknown what holds.
func (a *action) note(list *remarks) {
	n := note{key: a.arg(a.call.Key), val: a.arg(a.call.Value), conds: a.m.here()}
	*list = append(slices.Clip(*list), n)
}

// Registered is what a step may ask the route for that it is on its way to: the struct that the
// route was registered with, or, as a map, what is noted of it and of the routers above.
func (m *Machine) Registered(e *Entry) value.Value {
	if e.Record != nil || !e.Router.Rules().Kind.Notes {
		return e.Record
	}
	data := &value.MapData{}
	seen := map[string]bool{}
	e.noted(data, seen, e.notes)
	for r := e.Router; r != nil; r = r.Parent {
		e.noted(data, seen, r.notes)
	}
	return m.shared(data)
}

// noted adds what a list says of keys that nothing nearer says something of.
func (e *Entry) noted(data *value.MapData, seen map[string]bool, list remarks) {
	here := map[string]bool{}
	for _, n := range slices.Backward(list) {
		key, known := value.Key(n.key)
		if !known {
			data.Holes = true
			continue
		}
		if seen[key] || here[key] { // the last word counts
			continue
		}
		here[key] = true
		if slices.ContainsFunc(n.conds, func(c Cond) bool { return !slices.Contains(e.Conds, c) }) {
			n.val = unknown("", "it is noted on a condition", e.At)
		}
		if n.val == nil { // what the routers above say holds
			continue
		}
		seen[key] = true
		data.Keys, data.Vals = append(data.Keys, n.key), append(data.Vals, &value.Cell{Val: n.val})
	}
}

// shared is the one map for all routes of which the same is noted: what asks for it is judged
// once for all of them.
func (m *Machine) shared(data *value.MapData) value.Value {
	v := &value.Map{Type: "map[string]any", Data: data}
	var b strings.Builder
	fmt.Fprint(&b, data.Holes)
	for i, k := range data.Keys {
		key, _ := value.Key(k)
		val, known := value.Key(data.Vals[i].Val)
		if !known {
			return v
		}
		fmt.Fprintf(&b, "%q=%q", key, val)
	}
	if m.noted == nil {
		m.noted = map[string]*value.Map{}
	}
	if old := m.noted[b.String()]; old != nil {
		return old
	}
	m.noted[b.String()] = v
	return v
}
