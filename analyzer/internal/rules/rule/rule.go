// Package rule defines what a rule is: a function of the route table, with its
// documentation beside it.
package rule

import "github.com/guardvet/guardvet/analyzer/internal/routes"

// A Rule finds one kind of mistake in a route table.
type Rule struct {
	Name     string // as in flags and messages
	Title    string // one line
	Text     string // what it finds, and what it leaves alone
	Why      string
	Before   string // an example that it reports
	After    string // the same, mended
	Category string // CWE numbers
	URL      string
	// Check reports the findings of a table, in the order of its routes.
	Check func(t *routes.Table, o Options) []Finding
}

// Options are the settings of a rule.
type Options struct {
	// Strict reports also what is only likely.
	Strict bool
}

// Confidence ranks a finding.
type Confidence string

// The ranks.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

// A Finding is one place to look at.
type Finding struct {
	Position   routes.Position
	Message    string
	Confidence Confidence
	Related    []Related
}

// A Related is a place that belongs to a finding's story.
type Related struct {
	Position routes.Position
	Message  string
}
