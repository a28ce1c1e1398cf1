package random

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"
)

// A Found is a route as guardvet sees it.
type Found struct {
	Method, Pattern, App, Position string
	Verdict, Level, Reason         string
	Condition                      string
	// Fallback is set for what answers where no route matches, which is no route of
	// the program's.
	Fallback bool
	Guards   []Guard
	Chain    []Step
}

// A Guard is one that guardvet sees on a route.
type Guard struct {
	Name, Kind, Position string
	Denies               []int
}

// A Step is one of a route's chain.
type Step struct{ Name, Role, Position string }

// An Incomplete is a place where guardvet could not follow a program.
type Incomplete struct{ Position, Reason string }

// fileOf is the number of the program in whose file a position is, or -1.
func fileOf(position string) int {
	var n int
	if _, err := fmt.Sscanf(path.Base(position), "P%d.go:", &n); err != nil {
		return -1
	}
	return n
}

// Read has guardvet read the programs: the routes of each, and what of it could
// not be followed.
func (b *Batch) Read() (found [][]Found, incomplete []Incomplete, err error) {
	defer b.took("read", time.Now())
	var packages []string
	for g := range b.groups() {
		packages = append(packages, fmt.Sprintf("./g%03d", g))
	}
	t, err := b.table(packages...)
	if err != nil {
		return nil, nil, err
	}
	found = make([][]Found, len(b.Programs))
	for _, r := range t.Routes {
		i := r.program()
		if i < 0 {
			return nil, nil, fmt.Errorf("%s %s is of no program: app %q, position %s", r.Method, r.Pattern, r.App, r.Position)
		}
		found[i] = append(found[i], r)
	}
	return found, t.Incomplete, nil
}

// A table is what guardvet prints of packages.
type table struct {
	Routes     []Found
	Incomplete []Incomplete
}

// table has guardvet read packages.
func (b *Batch) table(packages ...string) (*table, error) {
	out, err := b.run(b.guardvet, nil, append([]string{"-C", b.Dir, "routes", "-json"}, packages...)...)
	if err != nil {
		return nil, err
	}
	t := &table{}
	if err := json.Unmarshal(out, t); err != nil {
		return nil, err
	}
	t.Routes = slices.DeleteFunc(t.Routes, func(r Found) bool { return r.Fallback })
	return t, nil
}

// program is the number of the program that a route is of: the function that
// serves it is called after that, or else it is in its file.
func (f Found) program() int {
	var n int
	if _, err := fmt.Sscanf(f.App[strings.LastIndexByte(f.App, '.')+1:], "P%d", &n); err == nil {
		return n
	}
	return fileOf(f.Position)
}
