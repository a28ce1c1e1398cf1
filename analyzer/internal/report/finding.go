package report

import (
	"fmt"
	"io"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// A Finding is a diagnostic as reports print it. File names are relative to the
// directory of the command where they lie below it.
type Finding struct {
	Rule        string          `json:"rule"`
	Position    routes.Position `json:"position"`
	Message     string          `json:"message"`
	Confidence  rule.Confidence `json:"confidence"`
	Subject     string          `json:"subject"`     // the route or function that it is about
	Fingerprint string          `json:"fingerprint"` // see Identify
	Related     []Related       `json:"related"`
	Fixes       []Fix           `json:"fixes,omitempty"`
}

// A Related is a place that belongs to a finding's story.
type Related struct {
	Position routes.Position `json:"position"`
	Message  string          `json:"message"`
}

// A Fix is a change that removes the cause of a finding. Its JSON form is go vet's.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// An Edit replaces the bytes of a file from Start up to End.
type Edit struct {
	Filename string `json:"filename"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	New      string `json:"new"`
}

// Findings are what a run found, and what a report of it needs besides.
type Findings struct {
	List    []Finding
	Trouble []string // what could not be analysed, a line each
	Sources *Sources
	Version string // of guardvet
}

// A FindingsWriter writes a report of findings.
type FindingsWriter func(w io.Writer, f Findings) error

// FindingsFormats are the formats of findings by name.
var FindingsFormats = map[string]FindingsWriter{
	"text": Lines, "json": findingsJSON, "sarif": SARIF, "github": Annotations,
}

// Lines writes a line for each finding, as the go command's tools do:
// "file:line:col: message".
func Lines(w io.Writer, f Findings) error {
	for _, x := range f.List {
		if _, err := fmt.Fprintln(w, printable(fmt.Sprintf("%s: %s", x.Position, x.Message))); err != nil {
			return err
		}
	}
	return nil
}

func findingsJSON(w io.Writer, f Findings) error {
	if f.List == nil {
		f.List = []Finding{}
	}
	return Object(w, map[string]any{"findings": f.List})
}
