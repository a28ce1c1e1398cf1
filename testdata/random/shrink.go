package random

import (
	"encoding/json"
	"os"
	"slices"
)

// Shrink makes a program smaller, for as long as guardvet and the server still
// have a disagreement of that kind about it. progress, if not nil, is told the
// size after each step.
func Shrink(guardvet string, p *Program, kind string, progress func(size int)) (*Program, error) {
	for {
		next, err := shrinkOnce(guardvet, p, kind)
		if err != nil || next == nil {
			return p, err
		}
		p = next
		if progress != nil {
			progress(p.size())
		}
	}
}

// shrinkOnce returns the smallest of the programs that are a step smaller and of
// which the disagreement is left, or nil if there is none. They are all tried
// together, in one batch.
func shrinkOnce(guardvet string, p *Program, kind string) (*Program, error) {
	list := smaller(p)
	if len(list) == 0 {
		return nil, nil
	}
	dir, err := os.MkdirTemp("", "shrink")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	b, err := Write(dir, guardvet, list)
	if err != nil {
		return nil, err
	}
	_, wrong, err := b.Compare()
	if err != nil {
		return nil, err
	}
	var best *Program
	for _, d := range wrong {
		if d.Kind == kind && d.Program != nil && (best == nil || d.Program.size() < best.size()) {
			best = d.Program
		}
	}
	return best, nil
}

// smaller lists the programs that have one part less, or a simpler one. Each is
// smaller by the measure of [Program.size], so that shrinking ends.
func smaller(p *Program) []*Program {
	var out []*Program
	try := func(change func(*Program)) {
		q := p.clone()
		change(q)
		q.tidy()
		if q.size() < p.size() && len(q.Routes()) > 0 && sure(q.Body, true) {
			out = append(out, q)
		}
	}
	for i := range p.Outer {
		try(func(q *Program) { q.Outer = slices.Delete(q.Outer, i, i+1) })
	}
	for _, at := range trails(p.Body) {
		try(func(q *Program) { at.replace(&q.Body, nil) })
		try(func(q *Program) { n := at.node(q.Body); at.replace(&q.Body, n.Body) })
		for _, less := range lesser {
			try(func(q *Program) { less(at.node(q.Body)) })
		}
		for i := range at.node(p.Body).Args.Names {
			try(func(q *Program) {
				n := at.node(q.Body)
				n.Args.Names = slices.Delete(n.Args.Names, i, i+1)
			})
		}
	}
	for _, list := range []func(*Program) []Func{
		func(q *Program) []Func { return q.Middleware },
		func(q *Program) []Func { return q.Handlers },
	} {
		for i := range list(p) {
			for _, simpler := range simplers {
				try(func(q *Program) { simpler(&list(q)[i]) })
			}
		}
	}
	return out
}

// lesser are changes of a node that leave it where it is.
var lesser = []func(*Node){
	func(n *Node) { n.Args.Base = "" },
	func(n *Node) { n.Args = Args{} },
	func(n *Node) { n.Spare = 0 },
	func(n *Node) {
		if n.Kind == Each {
			n.Kind, n.Prefixes = Group, n.Prefixes[:1]
		}
	},
	func(n *Node) {
		if n.Kind == Route {
			n.Form = "0"
		}
	},
	func(n *Node) {
		if n.Kind == Block {
			n.Form = "braces"
		}
	},
}

// simplers are changes of a middleware or handler.
var simplers = []func(*Func){
	func(f *Func) { f.Form = "func" },
	func(f *Func) { f.Check = 1 },
	func(f *Func) { f.Status = 401 },
	func(f *Func) {
		if harmless := harmless(*f); harmless != "" {
			f.Behaviour = harmless
		}
	},
	func(f *Func) {
		if harmless(*f) != "" {
			f.Behaviour = "stop"
		}
	},
}

// harmless is the behaviour that lets everybody pass.
func harmless(f Func) string {
	if f.Name[0] == 'H' {
		return "plain"
	}
	return "pass"
}

// size measures how much there is to read in a program.
func (p *Program) size() int {
	n := len(p.Outer)
	for _, list := range [][]Func{p.Middleware, p.Handlers} {
		for _, f := range list {
			n += 4 + f.complexity()
		}
	}
	for _, at := range trails(p.Body) {
		n += at.node(p.Body).size()
	}
	return n
}

func (f Func) complexity() int {
	n := 0
	for _, more := range []bool{f.Form != "func", f.Check != 1, f.Status != 401, f.Behaviour != harmless(f), f.Behaviour != harmless(f) && f.Behaviour != "stop"} {
		if more {
			n++
		}
	}
	return n
}

func (n *Node) size() int {
	size := 4 + 2*len(n.Args.Names) + len(n.Prefixes)
	for _, more := range []bool{n.Args.Base != "", n.Spare > 0, n.Kind == Each, n.Kind == Route && n.Form != "0", n.Kind == Block && n.Form != "braces"} {
		if more {
			size++
		}
	}
	return size
}

func (p *Program) clone() *Program {
	text, err := json.Marshal(p)
	if err != nil {
		panic(err) // there is nothing in it that JSON cannot say
	}
	q := &Program{}
	if err := json.Unmarshal(text, q); err != nil {
		panic(err)
	}
	return q
}

// sure reports whether no router is changed where nobody can know if that is
// executed: see [generator.unsure].
func sure(nodes []*Node, here bool) bool {
	for _, n := range nodes {
		below := here
		switch n.Kind {
		case Use:
			if !here {
				return false
			}
		case Group, Each:
			below = true
		case Block:
			below = here && !n.unsure()
		}
		if !sure(n.Body, below) {
			return false
		}
	}
	return true
}

// tidy drops what is of no use any more: functions that nothing names, statements
// without effect, and slices that are used where they are not declared.
func (p *Program) tidy() {
	used := map[string]bool{}
	for _, name := range p.Outer {
		used[name] = true
	}
	p.Body = tidy(p.Body, nil, used)
	unused := func(f Func) bool { return !used[f.Name] }
	p.Middleware = slices.DeleteFunc(p.Middleware, unused)
	p.Handlers = slices.DeleteFunc(p.Handlers, unused)
}

// tidy does so for statements, where the slices visible can be seen.
func tidy(nodes []*Node, visible []string, used map[string]bool) []*Node {
	var out []*Node
	for _, n := range nodes {
		if !slices.Contains(visible, n.Args.Base) {
			n.Args.Base = ""
		}
		below := visible
		if n.Kind == Block && (!blocks[n.Form] || n.unsure()) {
			below = nil
		}
		n.Body = tidy(n.Body, below, used)
		empty := len(n.Body) == 0 && n.Kind != Route
		switch n.Kind {
		case Use:
			empty = n.Args.none()
		case Slice:
			empty = len(n.Args.Names) == 0
			if !empty {
				visible = append(slices.Clip(visible), n.Name)
			}
		}
		if empty {
			continue
		}
		for _, name := range n.Args.Names {
			used[name] = true
		}
		used[n.Handler] = true
		out = append(out, n)
	}
	return out
}

// A trail leads to a node: its index, and those of the nodes that it is in.
type trail []int

// trails lists the trails to all nodes, outer ones first.
func trails(nodes []*Node) []trail {
	var out []trail
	for i, n := range nodes {
		out = append(out, trail{i})
		for _, below := range trails(n.Body) {
			out = append(out, append(trail{i}, below...))
		}
	}
	return out
}

func (at trail) node(nodes []*Node) *Node {
	n := nodes[at[0]]
	if len(at) == 1 {
		return n
	}
	return at[1:].node(n.Body)
}

// replace puts other nodes into the place of one.
func (at trail) replace(nodes *[]*Node, by []*Node) {
	if len(at) > 1 {
		at[1:].replace(&(*nodes)[at[0]].Body, by)
		return
	}
	*nodes = slices.Replace(*nodes, at[0], at[0]+1, by...)
}
