package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A flow is what the machine knows of a function's control flow: where the arms
// of a condition meet again, and how an arm that does not come back ends.
type flow struct {
	fn   *program.Func
	join []int // the block where the arms meet, -1 for none
	// endless are the heads of loops that nothing leads out of.
	endless map[int]bool
	// exits are the blocks where the heads of loops leave them.
	exits map[int]int
}

type end int8

const (
	comesBack   end = iota
	endsPlainly     // every path returns (or some do and others fail)
	endsBadly       // every path panics or returns a non-nil error
)

func flowOf(fn *program.Func) *flow {
	f := &flow{fn: fn, endless: map[int]bool{}, exits: map[int]int{}}
	loops := f.loops()
	f.join = joins(fn, behind(fn, loops))
	f.leaveLoops(loops)
	return f
}

// leaveLoops has the arms of the condition at the head of a loop meet where the loop is
// left. Other ways out of the loop may be the longer ones, and lead to the end that was
// taken for the main one: the arms would meet in the loop, which would go round for ever.
func (f *flow) leaveLoops(loops []map[int]bool) {
	for head, in := range loops {
		f.endless[head] = in != nil && !leaves(in, f.fn)
		if next := f.fn.Blocks[head].Succs; in != nil && len(next) == 2 && in[next[0]] != in[next[1]] {
			f.join[head] = next[0]
			if in[next[0]] {
				f.join[head] = next[1]
			}
			f.exits[head] = f.join[head]
		}
	}
}

// leaves reports whether anything leads out of some blocks.
func leaves(in map[int]bool, fn *program.Func) bool {
	for b := range in {
		succs := fn.Blocks[b].Succs
		if len(succs) == 0 || slices.ContainsFunc(succs, func(next int) bool { return !in[next] }) {
			return true
		}
	}
	return false
}

// loops are the natural loops of all blocks: nil for those that are the head of none.
func (f *flow) loops() []map[int]bool {
	succs := make([][]int, len(f.fn.Blocks))
	for b := range f.fn.Blocks {
		succs[b] = f.fn.Blocks[b].Succs
	}
	_, index := postorder(0, succs, len(succs))
	loops := make([]map[int]bool, len(succs))
	for head := range loops {
		loops[head] = f.loop(head, index)
	}
	return loops
}

// behind are the blocks that control comes to where the condition at the head of a loop has it left.
func behind(fn *program.Func, loops []map[int]bool) []bool {
	out := make([]bool, len(loops))
	for head, in := range loops {
		for _, next := range fn.Blocks[head].Succs {
			out[next] = out[next] || in != nil && !in[next]
		}
	}
	return out
}

// loop is the natural loop of a head: what reaches one of the edges that lead back to it,
// without passing it; nil if there are none.
func (f *flow) loop(head int, index []int) map[int]bool {
	var in map[int]bool
	var work []int
	for _, p := range f.fn.Blocks[head].Preds {
		if index[p] <= index[head] { // an edge that goes back
			work = append(work, p)
		}
	}
	for len(work) > 0 {
		if in == nil {
			in = map[int]bool{head: true}
		}
		b := work[len(work)-1]
		if work = work[:len(work)-1]; !in[b] {
			in[b] = true
			work = append(work, f.fn.Blocks[b].Preds...)
		}
	}
	return in
}

// joins finds where the arms of each block's condition meet. A plain
// post-dominator will not do: an early return in one arm would put it off to the
// end of the function, and all that follows would be run once for each of the
// conditions before it, and their combinations. So the ways that end early are
// left out: blocks are post-dominated on their way to the end that most blocks
// can reach, then the rest of them on their way to the next such end.
func joins(fn *program.Func, behind []bool) []int {
	n := len(fn.Blocks)
	join := make([]int, n)
	for i := range join {
		join[i] = -1
	}
	done := make([]bool, n)
	for {
		end, region := mainEnd(fn, behind, done)
		if end < 0 {
			return join
		}
		idom := postDominators(fn, end, region)
		for b := range region {
			if region[b] {
				done[b] = true
				if b != end {
					join[b] = idom[b]
				}
			}
		}
	}
}

// mainEnd picks, of the blocks that are not done, the end that most of them can
// reach, and those that can. An end in failure counts half: the last error of a
// loop's body is reached from as many blocks as what follows the loop. So does one
// that nothing leads to but an error that was received. Of ends that as many can reach
// it is the one behind a loop, and not one in its body.
func mainEnd(fn *program.Func, behind, done []bool) (end int, region []bool) {
	end, most := -1, 0
	for b := range fn.Blocks {
		if done[b] || len(fn.Blocks[b].Succs) > 0 {
			continue
		}
		reach, count := reaching(fn, b, done)
		if !endsInFailure(fn, &fn.Blocks[b]) && !forError(fn, b) {
			count *= 2
		}
		if count > most || count == most && (behind[b] || end < 0 || !behind[end]) {
			end, most, region = b, count, reach
		}
	}
	return end, region
}

// forError reports whether control comes to a block from where an error is not nil, and from nowhere else.
func forError(fn *program.Func, b int) bool {
	preds := fn.Blocks[b].Preds
	return len(preds) > 0 && !slices.ContainsFunc(preds, func(p int) bool {
		list := fn.Blocks[p].Instrs
		in := &list[len(list)-1]
		if in.Op != program.If {
			return true
		}
		arm, ok := errorTest(fn, p, in)
		return !ok || fn.Blocks[p].Succs[arm] != b
	})
}

// reaching lists the blocks that are not done and can reach a block.
func reaching(fn *program.Func, to int, done []bool) (reach []bool, count int) {
	reach = make([]bool, len(fn.Blocks))
	work := []int{to}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if reach[b] || done[b] {
			continue
		}
		reach[b] = true
		count++
		work = append(work, fn.Blocks[b].Preds...)
	}
	return reach, count
}

// postDominators computes the immediate post-dominator of every block of a
// region on its way to the end (Cooper, Harvey, Kennedy: A Simple, Fast Dominance
// Algorithm, on the reversed graph).
func postDominators(fn *program.Func, end int, region []bool) []int {
	n := len(fn.Blocks)
	back := make([][]int, n)  // predecessors in the region
	ahead := make([][]int, n) // successors in the region
	for i, b := range fn.Blocks {
		if !region[i] {
			continue
		}
		for _, s := range b.Succs {
			if region[s] {
				ahead[i] = append(ahead[i], s)
				back[s] = append(back[s], i)
			}
		}
	}
	order, index := postorder(end, back, n)
	idom := make([]int, n)
	for i := range idom {
		idom[i] = -1
	}
	idom[end] = end
	for changed := true; changed; {
		changed = false
		for i := len(order) - 1; i >= 0; i-- {
			b := order[i]
			if b == end {
				continue
			}
			best := -1
			for _, s := range ahead[b] {
				if idom[s] < 0 {
					continue
				}
				if best < 0 {
					best = s
					continue
				}
				best = intersect(idom, index, s, best)
			}
			if best != idom[b] {
				idom[b], changed = best, true
			}
		}
	}
	return idom
}

func intersect(idom, index []int, a, b int) int {
	for a != b {
		for index[a] < index[b] {
			a = idom[a]
		}
		for index[b] < index[a] {
			b = idom[b]
		}
	}
	return a
}

func postorder(root int, succs [][]int, n int) (order, index []int) {
	index = make([]int, n)
	seen := make([]bool, n)
	type item struct{ node, next int }
	stack := []item{{root, 0}}
	seen[root] = true
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if top.next < len(succs[top.node]) {
			s := succs[top.node][top.next]
			top.next++
			if !seen[s] {
				seen[s] = true
				stack = append(stack, item{s, 0})
			}
			continue
		}
		index[top.node] = len(order)
		order = append(order, top.node)
		stack = stack[:len(stack)-1]
	}
	return order, index
}

// ends says how each arm of the condition that ends block b ends.
func (f *flow) ends(b int) [2]end {
	var out [2]end
	for arm, s := range f.fn.Blocks[b].Succs {
		out[arm] = f.endOf(s, f.join[b], b)
	}
	return out
}

func (f *flow) endOf(start, join, head int) end {
	if start == join {
		return comesBack
	}
	seen := map[int]bool{head: true}
	work := []int{start}
	plain, bad := 0, 0
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if b == join && join >= 0 || b == head {
			return comesBack
		}
		if seen[b] {
			continue
		}
		seen[b] = true
		blk := &f.fn.Blocks[b]
		if len(blk.Succs) == 0 {
			if endsInFailure(f.fn, blk) {
				bad++
			} else {
				plain++
			}
		}
		work = append(work, blk.Succs...)
	}
	if plain == 0 && bad > 0 {
		return endsBadly
	}
	return endsPlainly
}

// endsInFailure reports whether a final block panics or returns an error that it
// makes itself. An error that was received is no sign: the caller may return
// what ListenAndServe gave it.
func endsInFailure(fn *program.Func, b *program.Block) bool {
	if len(b.Instrs) == 0 {
		return true
	}
	last := &b.Instrs[len(b.Instrs)-1]
	if last.Op == program.Panic {
		return true
	}
	n := len(fn.Results)
	if last.Op != program.Return || n == 0 || fn.Results[n-1] != "error" || len(last.Args) != n {
		return false
	}
	arg := last.Args[n-1]
	if arg.Kind != program.Register {
		return false
	}
	for i := range b.Instrs {
		if in := &b.Instrs[i]; in.Dst == arg.Reg {
			return makesError(in)
		}
	}
	return false
}

func makesError(in *program.Instr) bool {
	switch in.Op {
	case program.MakeIface:
		return true
	case program.Load:
		return in.Args[0].Kind == program.Global
	case program.Call:
		pkg, _, _ := strings.Cut(in.Sym, ".")
		return pkg == "errors" || strings.HasSuffix(in.Sym, "fmt.Errorf") || strings.Contains(in.Sym, "/errors.")
	}
	return false
}
