package guard

import (
	"slices"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// TestNear stores in one memory what a call can get at in each way, and what it
// cannot.
func TestNear(t *testing.T) {
	const caller, frame, inner, other = 1, 2, 3, 4
	given, field, held, captured, unrelated, inLoop, sibling, outlives := &value.Cell{}, &value.Cell{}, &value.Cell{}, &value.Cell{}, &value.Cell{}, &value.Cell{}, &value.Cell{}, &value.Cell{}
	whole := &value.Cell{Val: &value.Struct{Fields: []*value.Cell{field, given}}}
	closure := &value.Func{Symbol: "f$1"}
	r := &run{work: &work{
		ids: map[*value.Cell]int{}, callers: []int{0, caller, frame, caller},
		owner:    map[*value.Cell]int{given: caller, field: caller, whole: caller, held: caller, captured: caller, unrelated: caller, inLoop: inner, sibling: other},
		parent:   map[*value.Cell]*value.Struct{given: whole.Val.(*value.Struct), field: whole.Val.(*value.Struct)},
		holder:   map[*value.Struct]*value.Cell{whole.Val.(*value.Struct): whole},
		captured: map[*value.Func][]av{closure: {{v: value.Pointer{Cell: captured}}}},
	}}
	st := &state{}
	for _, c := range []*value.Cell{given, field, held, captured, unrelated, inLoop, sibling, outlives, whole} {
		r.write(st, c, av{})
	}
	r.write(st, given, av{v: value.Iface{Val: value.Pointer{Cell: held}}})

	cells := func(m memory) (out []*value.Cell) {
		for _, s := range m {
			out = append(out, s.cell)
		}
		return out
	}
	got := cells(r.near(st.mem, frame, []av{{v: value.Pointer{Cell: given}}}, []av{{v: closure}}))
	if want := []*value.Cell{given, held, captured, inLoop, outlives, whole}; !slices.Equal(got, want) {
		t.Errorf("a call sees %v of %v, want %v", ids(r, got), ids(r, cells(st.mem)), ids(r, want))
	}
	got = cells(r.near(st.mem, frame, nil, nil))
	if want := []*value.Cell{inLoop, outlives}; !slices.Equal(got, want) {
		t.Errorf("a call that is given nothing sees %v, want %v", ids(r, got), ids(r, want))
	}
}

func ids(r *run, cells []*value.Cell) (out []int) {
	for _, c := range cells {
		out = append(out, r.ids[c])
	}
	return out
}
