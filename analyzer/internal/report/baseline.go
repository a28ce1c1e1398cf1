package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Baseline is a list of findings that are known and accepted. Its file has a line
// for each, made to be read in a review and to be merged; what counts is the
// fingerprint, the rest of the line is for people.
type Baseline struct {
	Scope   string // the packages and build flags that it was written for
	Entries []BaselineEntry
}

// A BaselineEntry is a known finding.
type BaselineEntry struct {
	Fingerprint string
	Rule        string
	Text        string // file and message when it was written
}

const (
	baselineHead  = "# guardvet baseline 1"
	baselineScope = "# scope: "
)

// NewBaseline takes findings for known.
func NewBaseline(scope string, list []Finding) *Baseline {
	b := &Baseline{Scope: scope}
	for _, f := range list {
		message, _, _ := strings.Cut(strings.TrimPrefix(f.Message, f.Rule+": "), "; ")
		b.Entries = append(b.Entries, BaselineEntry{f.Fingerprint, f.Rule, OneLine(f.Position.File + ": " + message)})
	}
	slices.SortStableFunc(b.Entries, func(x, y BaselineEntry) int { return strings.Compare(x.order(), y.order()) })
	return b
}

// order is by rule, place and text: independent of lines, and lines that are near in
// the program are near in the file.
func (e BaselineEntry) order() string { return e.Rule + "\x00" + e.Text + "\x00" + e.Fingerprint }

// Write writes the file.
func (b *Baseline) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s\n# Findings that are known; others fail. Written by guardvet -baseline file -update-baseline.\n%s%s\n", baselineHead, baselineScope, b.Scope)
	for _, e := range b.Entries {
		fmt.Fprintf(out, "%s %s %s\n", e.Rule, e.Fingerprint, e.Text)
	}
	return out.Flush()
}

// ReadBaseline reads what Write wrote. A file of another version, or a line that is
// damaged, is an error: a baseline that is half read would let findings through.
func ReadBaseline(r io.Reader) (*Baseline, error) {
	b := new(Baseline)
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimRight(in.Text(), "\r")
		switch {
		case n == 1 && line != baselineHead:
			return nil, fmt.Errorf("line 1: want %q: not a baseline, or one of another version", baselineHead)
		case strings.HasPrefix(line, baselineScope):
			b.Scope = strings.TrimPrefix(line, baselineScope)
			continue
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		}
		f := strings.SplitN(line, " ", 3)
		if len(f) != 3 || !strings.Contains(f[1], ":") {
			return nil, fmt.Errorf("line %d: want a rule, a fingerprint and a text", n)
		}
		b.Entries = append(b.Entries, BaselineEntry{Rule: f[0], Fingerprint: f[1], Text: f[2]})
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	if b.Scope == "" && len(b.Entries) == 0 {
		return nil, fmt.Errorf("it is empty; want %q", baselineHead)
	}
	return b, nil
}

// Split tells the findings that are not in the baseline, and its entries that are
// found no more.
func (b *Baseline) Split(list []Finding) (fresh []Finding, stale []BaselineEntry) {
	known, found := map[string]bool{}, map[string]bool{}
	for _, e := range b.Entries {
		known[e.Fingerprint] = true
	}
	for _, f := range list {
		found[f.Fingerprint] = true
		if !known[f.Fingerprint] {
			fresh = append(fresh, f)
		}
	}
	for _, e := range b.Entries {
		if !found[e.Fingerprint] {
			stale = append(stale, e)
		}
	}
	return fresh, stale
}
