package driver

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// scope says what a baseline is for. What it lists and is not found is stale only for
// the same packages, rules and build flags.
func (o options) scope() string {
	return strings.Join(slices.Concat(o.buildFlags, o.rules.flags, o.analyzerFlags, o.packages), " ")
}

// file resolves the name of a file on the command line, which is relative to -C.
func (o options) file(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(o.bases[0], name)
}

// writeBaseline takes the findings for known. Where something could not be analysed
// it writes nothing, because findings would be missing.
func (e *env) writeBaseline(o options, f report.Findings) int {
	for _, line := range f.Trouble {
		e.fail("%s", line)
	}
	if len(f.Trouble) > 0 {
		return e.fail("%s is not written", o.baseline)
	}
	var buf bytes.Buffer
	if err := report.NewBaseline(o.scope(), f.List).Write(&buf); err != nil {
		return e.fail("%v", err)
	}
	if err := os.WriteFile(o.file(o.baseline), buf.Bytes(), 0o666); err != nil {
		return e.fail("%v", err)
	}
	e.note("%s: known findings: %d", o.baseline, len(f.List))
	return exitClean
}

// withoutKnown drops the findings that the baseline lists, and tells which of its
// entries are stale.
func (e *env) withoutKnown(o options, f report.Findings) ([]report.Finding, error) {
	data, err := os.ReadFile(o.file(o.baseline))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such file; -update-baseline writes it", o.baseline)
	}
	if err != nil {
		return nil, err
	}
	b, err := report.ReadBaseline(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.baseline, err)
	}
	fresh, stale := b.Split(f.List)
	if len(f.Trouble) > 0 || b.Scope != o.scope() {
		return fresh, nil // what was not looked at is not stale
	}
	for _, s := range stale {
		e.note("%s: found no more, -update-baseline drops it: %s: %s", o.baseline, s.Rule, s.Text)
	}
	return fresh, nil
}
