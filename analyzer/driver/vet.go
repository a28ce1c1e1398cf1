package driver

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/guardvet/guardvet/analyzer"
	"github.com/guardvet/guardvet/analyzer/internal/report"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// A result is what the packages gave.
type result struct {
	findings []report.Finding
	tables   []*routes.Table
	trouble  []string // what could not be analysed, a line each
}

// A run is one run of go vet.
type run struct {
	result
	failed  bool
	said    string // what the go command had to say besides
	objects int    // how many packages said something, be it nothing
}

// vet runs the go command with this binary as its vet tool. It always asks for
// the inventory too: with the same flags, the commands share the cache.
func vet(o options, packages []string) (*run, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	// With -trimpath the go command takes what it knows from the same files in another directory,
	// and their names with it.
	args := []string{"vet", "-trimpath=false", "-vettool=" + self, "-json", "-" + analyzer.Analyzer.Name + ".inventory"}
	args = slices.Concat(args, allRules(), o.analyzerFlags)
	args = append(args, o.buildFlags...)
	out, said, err := o.goCommand(append(args, packages...))
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, fmt.Errorf("go vet: %w", err)
	}
	r := &run{failed: err != nil}
	r.said = r.read(out, o) + r.read(said, o)
	r.findings = o.rules.of(r.findings)
	r.tidy()
	return r, nil
}

var errInterrupted = errors.New("interrupted")

// grace is how long the go command may take to clean up when it is interrupted.
const grace = 5 * time.Second

// goCommand runs the go command in the directory of the options.
func (o options) goCommand(args []string) (stdout, stderr string, err error) {
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(o.ctx, "go", args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // it has files of its own to remove
	cmd.WaitDelay = grace
	cmd.Dir = o.dir
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	if o.ctx.Err() != nil {
		return "", "", errInterrupted
	}
	return out.String(), errs.String(), err
}

// read takes the JSON objects, one for each package, out of what go vet printed,
// and returns the rest.
func (r *run) read(text string, o options) (rest string) {
	var other strings.Builder
	for len(text) > 0 {
		line, after, _ := strings.Cut(text, "\n")
		var tree map[string]map[string]json.RawMessage
		dec := json.NewDecoder(strings.NewReader(text))
		if !strings.HasPrefix(line, "{") || dec.Decode(&tree) != nil {
			other.WriteString(line + "\n")
			text = after
			continue
		}
		text = strings.TrimPrefix(text[dec.InputOffset():], "\n")
		r.objects++
		r.add(tree, o)
	}
	return other.String()
}

// A diagnostic is go vet's JSON form of one (golang.org/x/tools, internal/analysis/driverutil).
type diagnostic struct {
	Category string `json:"category"`
	Posn     string `json:"posn"`
	Message  string `json:"message"`
	Related  []struct {
		Posn    string `json:"posn"`
		Message string `json:"message"`
	} `json:"related"`
	SuggestedFixes []report.Fix `json:"suggested_fixes"`
}

// add takes in what the analyzers said of a package: diagnostics, or an error.
func (r *result) add(tree map[string]map[string]json.RawMessage, o options) {
	for _, pkg := range slices.Sorted(maps.Keys(tree)) {
		for _, name := range slices.Sorted(maps.Keys(tree[pkg])) {
			var list []diagnostic
			raw := tree[pkg][name]
			if json.Unmarshal(raw, &list) != nil {
				var failed struct {
					Err string `json:"error"`
				}
				json.Unmarshal(raw, &failed)
				r.trouble = append(r.trouble, report.OneLine(pkg+": "+name+" failed: "+failed.Err))
			}
			for _, d := range list {
				r.addDiagnostic(name, d, o)
			}
		}
	}
}

func (r *result) addDiagnostic(name string, d diagnostic, o options) {
	if text, ok := strings.CutPrefix(d.Message, analyzer.InventoryPrefix); ok {
		t, err := analyzer.DecodeTable(text)
		if err != nil {
			r.trouble = append(r.trouble, o.relative(d.Posn)+": the route table of the package cannot be read: "+err.Error())
			return
		}
		r.tables = append(r.tables, t)
		return
	}
	r.findings = append(r.findings, o.finding(name, d))
}

// finding is what a diagnostic says, with file names as the command prints them.
func (o options) finding(name string, d diagnostic) report.Finding {
	f := report.Finding{Rule: name, Position: o.position(d.Posn), Message: d.Message, Related: []report.Related{}, Fixes: d.SuggestedFixes}
	f.Confidence, f.Subject = rule.ReadTag(d.Category)
	for _, r := range d.Related {
		f.Related = append(f.Related, report.Related{Position: o.position(r.Posn), Message: r.Message})
	}
	return f
}

// position reads a position of go vet's; one that it cannot read is unknown.
func (o options) position(posn string) routes.Position {
	var p routes.Position
	if p.UnmarshalText([]byte(o.relative(posn))) != nil {
		return routes.Position{}
	}
	return p
}

// tidy puts findings in the order of their places and drops repetitions: two
// commands may serve the same routes, and a package and its test variant say the same.
func (r *result) tidy() {
	sort.SliceStable(r.findings, func(i, j int) bool {
		a, b := r.findings[i], r.findings[j]
		if a.Position != b.Position {
			return a.Position.Before(b.Position)
		}
		if a.Message != b.Message {
			return a.Message < b.Message
		}
		return fmt.Sprint(a.Fixes) > fmt.Sprint(b.Fixes) // what has a fix comes first; which package speaks first is chance
	})
	r.findings = slices.CompactFunc(r.findings, func(a, b report.Finding) bool {
		return a.Position == b.Position && a.Message == b.Message
	})
	sort.SliceStable(r.tables, func(i, j int) bool { return r.tables[i].Package < r.tables[j].Package })
}

func lessPosition(a, b string) bool {
	var p, q routes.Position
	p.UnmarshalText([]byte(a))
	q.UnmarshalText([]byte(b))
	return p.Before(q)
}
