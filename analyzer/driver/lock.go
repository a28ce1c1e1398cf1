package driver

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// lock writes what every route demands to the lock file, or compares it with it.
func lock(e *env, args []string) int {
	o, rest, code, ok := e.parse("lock", args)
	if !ok {
		return code
	}
	old, err := readLock(o)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !o.check:
	case errors.Is(err, fs.ErrNotExist):
		return e.fail("%s: no such file; guardvet lock writes it", o.lockFile)
	case err != nil && o.check:
		return e.fail("%s: %v", o.lockFile, err)
	}
	if o.packages = rest; len(rest) == 0 {
		o = lockedScope(o, old)
	}
	t, code := e.inventory(o)
	if code != exitClean {
		return code
	}
	e.warnNoRoutes(o, t)
	now := report.NewLock(strings.Join(slices.Concat(o.buildFlags, o.packages), " "), t)
	if o.check {
		return e.writeChanges(report.Compare(old, now))
	}
	var buf bytes.Buffer
	if err := now.Write(&buf); err != nil {
		return e.fail("%v", err)
	}
	if err := os.WriteFile(o.file(o.lockFile), buf.Bytes(), 0o666); err != nil {
		return e.fail("%v", err)
	}
	e.note("%s: lines: %d", o.lockFile, len(now.Lines))
	return exitClean
}

// readLock reads the lock file. One that is damaged is written anew, but not compared.
func readLock(o options) (*report.Lock, error) {
	data, err := os.ReadFile(o.file(o.lockFile))
	if err != nil {
		return nil, err
	}
	return report.ReadLock(bytes.NewReader(data))
}

// lockedScope takes the packages and, unless there are others, the build flags that a
// lock file was written for; all packages of the module if there is none.
func lockedScope(o options, l *report.Lock) options {
	if l == nil || l.Scope == "" {
		o.packages = []string{"./..."}
		return o
	}
	own := len(o.buildFlags) > 0
	for _, word := range strings.Fields(l.Scope) {
		switch {
		case !strings.HasPrefix(word, "-"):
			o.packages = append(o.packages, word)
		case !own:
			o.buildFlags = append(o.buildFlags, word)
		}
	}
	return o
}

// writeChanges prints what changed; that is a finding.
func (e *env) writeChanges(list []report.Change) int {
	if err := report.Changes(e.stdout, list); err != nil {
		return e.fail("%v", err)
	}
	if len(list) > 0 {
		return exitFindings
	}
	return exitClean
}
