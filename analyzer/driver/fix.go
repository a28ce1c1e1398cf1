package driver

import (
	"bytes"
	"fmt"
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// Go vet can apply fixes too. The command does it itself, from what go vet says of them,
// because go vet gives up where two commands change one library in different ways: each
// knows only its own findings. Here they are put together.

// mend applies the first fix of each finding, or shows what that would change. What is left
// of the findings are those that have no fix, or one that others stand in the way of.
func (e *env) mend(o options, r *result) error {
	var p plan
	var left []report.Finding
	conflicts := 0
	for _, f := range r.findings {
		if len(f.Fixes) > 0 && p.add(f.Fixes[0]) {
			continue
		}
		if len(f.Fixes) > 0 {
			conflicts++
		}
		left = append(left, f)
	}
	changes, err := p.changes()
	if err != nil {
		return err
	}
	for _, c := range changes {
		if o.diff {
			name := filepath.ToSlash(o.relative(c.name))
			e.stdout.Write(diff.Diff("a/"+name, c.old, "b/"+name, c.new))
		} else if err := write(c.name, c.new); err != nil {
			return err
		}
	}
	if found := len(r.findings); found > 0 {
		done := "fixed"
		if o.diff {
			done = "would fix"
		}
		rest := ""
		if conflicts > 0 {
			rest = fmt.Sprintf("; run it again for %d more", conflicts)
		}
		if none := len(left) - conflicts; none > 0 {
			rest += fmt.Sprintf("; for %d no fix is certain", none)
		}
		fmt.Fprintf(e.stderr, "guardvet: %s %d of %s in %s%s\n", done, found-len(left), report.Plural(found, "finding"), report.Plural(len(changes), "file"), rest)
	}
	r.findings = left
	return nil
}

// A plan is the edits of several fixes, by file.
type plan map[string][]report.Edit

// add takes in a fix whole, or not at all: where it overlaps another one. What two fixes
// have in common is done once.
func (p *plan) add(f report.Fix) bool {
	if *p == nil {
		*p = plan{}
	}
	var fresh []report.Edit
	for _, e := range f.Edits {
		known := (*p)[e.Filename]
		if slices.Contains(known, e) {
			continue
		}
		if slices.ContainsFunc(known, func(o report.Edit) bool { return overlap(e, o) }) {
			return false
		}
		fresh = append(fresh, e)
	}
	for _, e := range fresh {
		(*p)[e.Filename] = append((*p)[e.Filename], e)
	}
	return true
}

// overlap reports whether two edits of a file cannot both be made, or in which order is
// not clear.
func overlap(e, o report.Edit) bool {
	return e.Start == o.Start || e.Start < o.End && o.Start < e.End
}

// A change is a file's content before and after.
type change struct {
	name     string
	old, new []byte
}

// changes are those of all files, sorted by name and formatted.
func (p plan) changes() ([]change, error) {
	var out []change
	for _, name := range slices.Sorted(maps.Keys(p)) {
		old, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		edited, ok := apply(old, p[name])
		if !ok {
			return nil, fmt.Errorf("%s has changed meanwhile; nothing was written", name)
		}
		formatted, err := format.Source(edited)
		if err != nil {
			return nil, fmt.Errorf("the fixes of %s do not give a Go file, which is a bug in guardvet; nothing was written: %v", name, err)
		}
		out = append(out, change{name, old, formatted})
	}
	return out, nil
}

// apply makes edits that do not overlap.
func apply(content []byte, edits []report.Edit) ([]byte, bool) {
	slices.SortFunc(edits, func(a, b report.Edit) int { return a.Start - b.Start })
	var out bytes.Buffer
	done := 0
	for _, e := range edits {
		if e.Start < done || e.End < e.Start || e.End > len(content) {
			return nil, false
		}
		out.Write(content[done:e.Start])
		out.WriteString(e.New)
		done = e.End
	}
	out.Write(content[done:])
	return out.Bytes(), true
}

// write puts a new content in the place of a file's: whole, or not at all.
func write(name string, content []byte) error {
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o200 == 0 {
		return fmt.Errorf("%s is read-only", name)
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // it is gone if all went well
	_, err = tmp.Write(content)
	if closing := tmp.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(tmp.Name(), name)
	}
	return err
}

// shortenFixes makes the file names of fixes relative to the directory.
func shortenFixes(list []report.Finding, o options) {
	for _, f := range list {
		for _, x := range f.Fixes {
			for i := range x.Edits {
				x.Edits[i].Filename = o.relative(x.Edits[i].Filename)
			}
		}
	}
}
