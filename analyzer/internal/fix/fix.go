// Package fix turns what a rule wants changed into edits of the source. It has the text of
// one file, without the types of its package: a finding is placed where a route is
// registered, in whatever package that is, and other packages reach the one that is analysed as programs, not as
// syntax. So each kind of change says exactly what the source must look like, and where it
// does not, there is no fix. What a framework has to do with it, its tables say.
package fix

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// An Edit puts new text in the place of the bytes from Start to End.
type Edit struct {
	Start, End int
	New        string
}

// Edits are those of one fix, which are of one file. They are sorted and do not overlap.
type Edits struct {
	File    string
	Content []byte // that they are for
	List    []Edit
}

// A Maker makes the edits of the fixes of one table.
type Maker struct {
	source routes.Source
	tables *frameworks.Tables
	read   func(name string) ([]byte, error)
	files  map[string]*file // nil for one that is left alone
}

// New returns a maker. Read returns the content of a file as it is now.
func New(s routes.Source, t *frameworks.Tables, read func(name string) ([]byte, error)) *Maker {
	return &Maker{source: s, tables: t, read: read, files: map[string]*file{}}
}

// Make returns the edits of a fix; ok is false if there are none: the file is not what the
// table was made from, or of another module, or not written as is expected.
func (m *Maker) Make(f rule.Fix) (e Edits, ok bool) {
	at := place(f.Change)
	src := m.file(at.File)
	if src == nil {
		return Edits{}, false
	}
	var list []Edit
	switch c := f.Change.(type) {
	case rule.Stop:
		list = m.stop(src, c)
	case rule.Answer:
		list = m.answer(src, c)
	case rule.Split:
		list = m.split(src, c)
	case rule.Attach:
		list = m.attach(src, c)
	case rule.Move:
		list = src.move(c)
	case rule.Challenge:
		list = src.challenge(c)
	case rule.Remove:
		list = src.remove(c)
	}
	list = joined(list)
	if len(list) == 0 || !src.holds(list) {
		return Edits{}, false
	}
	return Edits{File: src.name, Content: src.content, List: list}, true
}

// joined sorts edits, and makes one of what is inserted at the same place.
func joined(list []Edit) []Edit {
	slices.SortStableFunc(list, func(a, b Edit) int { return a.Start - b.Start })
	var out []Edit
	for _, e := range list {
		if n := len(out); n > 0 && e.Start == e.End && out[n-1].Start == out[n-1].End && out[n-1].Start == e.Start {
			out[n-1].New += e.New
			continue
		}
		out = append(out, e)
	}
	return out
}

// place is where a change is made.
func place(c rule.Change) routes.Position {
	switch c := c.(type) {
	case rule.Stop:
		return c.Answer
	case rule.Answer:
		return c.At
	case rule.Split:
		return c.At
	case rule.Attach:
		return c.Route
	case rule.Move:
		return c.Call
	case rule.Challenge:
		return c.At
	case rule.Remove:
		return c.Comment
	}
	return routes.Position{}
}

// file reads a file once, if it is what the table was made from.
func (m *Maker) file(name string) *file {
	f, done := m.files[name]
	if done || m.source == nil || name == "" {
		return f
	}
	m.files[name] = nil
	sum, ok := m.source.Sum(name)
	if !ok {
		return nil
	}
	content, err := m.read(name)
	if err != nil || program.Sum(content) != sum {
		return nil
	}
	m.files[name] = parse(name, content)
	return m.files[name]
}
