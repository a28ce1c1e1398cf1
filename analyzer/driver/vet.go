package driver

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"

	"github.com/guardvet/guardvet/analyzer"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A finding is a diagnostic as the go command hands it back.
type finding struct {
	Rule     string    `json:"rule"`
	Position string    `json:"position"`
	Message  string    `json:"message"`
	Related  []related `json:"related,omitempty"`
}

type related struct {
	Position string `json:"position"`
	Message  string `json:"message"`
}

// A result is what a run of the go command gave.
type result struct {
	findings []finding
	tables   []*routes.Table
	trouble  []string // packages that could not be analysed, a line each
}

// vet runs the go command with this binary as its vet tool.
func vet(o options, inventory bool) (*result, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	args := []string{"vet", "-vettool=" + self, "-json"}
	if inventory {
		args = append(args, "-guardvet.inventory")
	}
	args = append(args, o.analyzerFlags...)
	args = append(args, o.buildFlags...)
	args = append(args, o.packages...)
	cmd := exec.Command("go", args...)
	cmd.Dir = o.dir
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	stop := progress(o)
	runErr := cmd.Run()
	stop()
	var exit *exec.ExitError
	if runErr != nil && !errors.As(runErr, &exit) {
		return nil, fmt.Errorf("go vet: %w", runErr)
	}
	r := &result{}
	text := r.read(out.String(), o) + r.read(errs.String(), o)
	r.trouble = complaints(text)
	if runErr != nil && len(r.trouble) == 0 {
		r.trouble = []string{"go vet: " + runErr.Error()}
	}
	r.sort()
	return r, nil
}

// read takes the JSON objects out of what go vet printed, and returns the rest.
func (r *result) read(text string, o options) (rest string) {
	var other strings.Builder
	for len(text) > 0 {
		line, after, _ := strings.Cut(text, "\n")
		if !strings.HasPrefix(line, "{") {
			other.WriteString(line + "\n")
			text = after
			continue
		}
		dec := json.NewDecoder(strings.NewReader(text))
		var tree map[string]map[string]json.RawMessage
		if err := dec.Decode(&tree); err != nil {
			other.WriteString(line + "\n")
			text = after
			continue
		}
		text = strings.TrimPrefix(text[dec.InputOffset():], "\n")
		r.add(tree, o)
	}
	return other.String()
}

// A diagnostic is go vet's JSON form of one.
type diagnostic struct {
	Category string `json:"category"`
	Posn     string `json:"posn"`
	Message  string `json:"message"`
	Related  []struct {
		Posn    string `json:"posn"`
		Message string `json:"message"`
	} `json:"related"`
}

func (r *result) add(tree map[string]map[string]json.RawMessage, o options) {
	for pkg, byAnalyzer := range tree {
		for name, raw := range byAnalyzer {
			var list []diagnostic
			if err := json.Unmarshal(raw, &list); err != nil {
				var failed struct {
					Err string `json:"error"`
				}
				if json.Unmarshal(raw, &failed) == nil && failed.Err != "" {
					r.trouble = append(r.trouble, pkg+": "+failed.Err)
				}
				continue
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
			r.trouble = append(r.trouble, "the route table of a package could not be read: "+err.Error())
			return
		}
		r.tables = append(r.tables, t)
		return
	}
	f := finding{Rule: name, Position: o.relative(d.Posn), Message: d.Message}
	for _, rel := range d.Related {
		f.Related = append(f.Related, related{o.relative(rel.Posn), rel.Message})
	}
	r.findings = append(r.findings, f)
}

// sort puts findings in the order of their places and drops repetitions: a
// package and its test variant say the same.
func (r *result) sort() {
	sort.SliceStable(r.findings, func(i, j int) bool {
		a, b := r.findings[i], r.findings[j]
		if a.Position != b.Position {
			return lessPosition(a.Position, b.Position)
		}
		return a.Message < b.Message
	})
	out := r.findings[:0]
	for i, f := range r.findings {
		if i == 0 || f.Position != r.findings[i-1].Position || f.Message != r.findings[i-1].Message {
			out = append(out, f)
		}
	}
	r.findings = out
	sort.SliceStable(r.tables, func(i, j int) bool { return r.tables[i].Package < r.tables[j].Package })
}

func lessPosition(a, b string) bool {
	var p, q routes.Position
	p.UnmarshalText([]byte(a))
	q.UnmarshalText([]byte(b))
	switch {
	case p.File != q.File:
		return p.File < q.File
	case p.Line != q.Line:
		return p.Line < q.Line
	}
	return p.Column < q.Column
}

// relative shortens a position's file name for people, as the go command does.
func (o options) relative(posn string) string {
	base, err := filepath.Abs(o.dir)
	if err != nil {
		return posn
	}
	rel, err := filepath.Rel(base, posn)
	if err != nil || len(rel) > len(posn) || strings.HasPrefix(rel, "..") {
		return posn
	}
	return rel
}

// complaints makes clear lines of what the go command said: one for each package
// or file that could not be analysed.
func complaints(text string) []string {
	var out []string
	seen := map[string]bool{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		line = strings.TrimPrefix(line, "vet: ")
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "go: downloading ") || seen[line] {
			continue
		}
		seen[line] = true
		out = append(out, line)
	}
	return out
}
