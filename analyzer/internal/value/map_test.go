package value

import "testing"

// TestFind finds keys in maps that are small, large, and had entries taken out.
func TestFind(t *testing.T) {
	for _, n := range []int{3, 40} {
		d := &MapData{}
		for i := range n {
			if d.Find(keyOf(i)) >= 0 {
				t.Fatalf("%d of %d is there before it is added", i, n)
			}
			d.Keys, d.Vals = append(d.Keys, Int(i)), append(d.Vals, &Cell{})
			if got := d.Find(keyOf(i)); got != i {
				t.Fatalf("%d of %d is found at %d", i, n, got)
			}
		}
		d.Delete(1)
		for i, want := range map[int]int{0: 0, 1: -1, 2: 1} {
			if got := d.Find(keyOf(i)); got != want {
				t.Errorf("with 1 taken out of %d: %d is found at %d, want %d", n, i, got, want)
			}
		}
	}
}

// TestFindLooksOnce spells out no key of a large map again for the next one that is looked for.
func TestFindLooksOnce(t *testing.T) {
	d := &MapData{}
	for i := range 10_000 {
		d.Keys, d.Vals = append(d.Keys, Int(i)), append(d.Vals, &Cell{})
	}
	key := keyOf(9_999)
	d.Find(key)
	if n := testing.AllocsPerRun(10, func() { d.Find(key) }); n > 10 {
		t.Errorf("%v strings are made for a look into a map of 10,000", n)
	}
}

func keyOf(i int) string { k, _ := Key(Int(i)); return k }
