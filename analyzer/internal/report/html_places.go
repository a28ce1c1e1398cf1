package report

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// An index tells which routes a finding is about, by its place.
type index struct {
	table                        *routes.Table
	registered, mistaken, passed map[routes.Position][]int
}

func newIndex(t *routes.Table) *index {
	x := &index{t, map[routes.Position][]int{}, map[routes.Position][]int{}, map[routes.Position][]int{}}
	for i, r := range t.Routes {
		put := func(m map[routes.Position][]int, at routes.Position) {
			if n := len(m[at]); at.File != "" && (n == 0 || m[at][n-1] != i) {
				m[at] = append(m[at], i)
			}
		}
		put(x.registered, r.Position)
		if r.Public != nil {
			put(x.mistaken, r.Public.Position)
		}
		if r.Declared != nil {
			put(x.mistaken, r.Declared.Position)
		}
		for _, g := range r.Missed {
			put(x.mistaken, g.Attached)
		}
		for _, s := range r.Chain {
			for _, f := range s.Faults {
				put(x.mistaken, f.Position)
			}
			put(x.passed, s.Position)
			put(x.passed, s.Attached)
			for _, e := range s.Exits {
				put(x.passed, e.Position)
			}
		}
	}
	return x
}

// concerned lists the routes that a finding is about: those registered where it is
// placed; else those with a mistake there, or what it says of their guards and
// comments; else those that pass the place. None, if the table does not tell.
func (x *index) concerned(f Finding) []int {
	here := x.registered[f.Position]
	if len(here) > 1 { // a loop registers many routes on one line
		named := slices.DeleteFunc(slices.Clone(here), func(i int) bool { return !mentions(f.Message, title(x.table.Routes[i])) })
		if len(named) > 0 {
			return named
		}
	}
	for _, list := range [][]int{here, x.mistaken[f.Position], x.passed[f.Position]} {
		if len(list) > 0 {
			return list
		}
	}
	return []int{}
}

// mentions reports whether a message has the name of a route, and not of a longer one.
func mentions(message, name string) bool {
	for {
		i := strings.Index(message, name)
		if i < 0 {
			return false
		}
		before, after := message[:i], message[i+len(name):]
		if (before == "" || strings.HasSuffix(before, " ")) && (after == "" || strings.ContainsAny(after[:1], " ,;:")) {
			return true
		}
		message = after
	}
}

const (
	linesAbove, linesBelow = 1, 3 // shown around what decides
	longestLine            = 200  // in runes; the rest says nothing to a reader
)

// excerpts are the lines of source that the page can show, by file and line. Where a
// request may end, the lines around belong to it.
func excerpts(p *page, source Source) map[string]map[int]string {
	out := map[string]map[int]string{}
	if source == nil {
		return out
	}
	files := map[string][]string{}
	add := func(at routes.Position, above, below int) {
		if at.File == "" {
			return
		}
		lines, ok := files[at.File]
		if !ok {
			lines = source(at.File)
			files[at.File] = lines
		}
		for n := max(at.Line-above, 1); n <= min(at.Line+below, len(lines)); n++ {
			if out[at.File] == nil {
				out[at.File] = map[int]string{}
			}
			out[at.File][n] = cut(lines[n-1])
		}
	}
	for _, r := range p.Routes {
		add(r.Position, 0, 0)
		add(r.Closed, 0, 0)
		if r.Declared != nil {
			add(r.Declared.Position, 0, 0)
		}
		for _, link := range r.Chain {
			add(link.Attached, 0, 0)
		}
	}
	for _, s := range p.Steps {
		add(s.Position, 0, 0)
		for _, x := range s.Exits {
			add(x.Position, linesAbove, linesBelow)
		}
		for _, f := range s.Faults {
			add(f.Position, linesAbove, linesBelow)
		}
	}
	for _, f := range p.Findings {
		add(f.Position, linesAbove, linesBelow)
		for _, rel := range f.Related {
			add(rel.Position, 0, 0)
		}
	}
	for _, i := range p.Incomplete {
		add(i.Position, linesAbove, linesBelow)
	}
	return out
}

func cut(line string) string {
	line = strings.ToValidUTF8(strings.TrimRight(line, "\r"), "\uFFFD")
	runes := []rune(line)
	if len(runes) <= longestLine {
		return line
	}
	return string(runes[:longestLine]) + "…"
}
