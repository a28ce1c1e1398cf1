package random

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestPrograms compares programs of fixed seeds, of every framework.
func TestPrograms(t *testing.T) {
	guardvet, err := Build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(Frameworks)) {
		t.Run(name, func(t *testing.T) {
			var programs []*Program
			for i := range uint64(16) { // more of them by hand: see package doc
				programs = append(programs, Generate(name, 1, i))
			}
			dir := t.TempDir()
			if kept := os.Getenv("RANDOM_DIR"); kept != "" {
				dir = filepath.Join(kept, name)
				os.RemoveAll(dir)
			}
			b, err := Write(dir, guardvet, programs)
			if err != nil {
				t.Fatal(err)
			}
			routes, wrong, err := b.Compare()
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d programs, %d routes, %d disagreements; %v", len(programs), routes, len(wrong), b.Times)
			for _, d := range wrong {
				t.Error(d)
			}
		})
	}
}

// TestKept compares the programs of which guardvet was wrong once.
func TestKept(t *testing.T) {
	guardvet, err := Build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	names, wrong, err := Regress(guardvet)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			for _, d := range wrong[name] {
				t.Error(d)
			}
		})
	}
}
