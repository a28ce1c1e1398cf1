// Package rule defines what a rule is: a function of the route table, with its
// documentation beside it. The rules themselves are folders beside this one, and
// package catalogue lists them.
package rule

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

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
	Strict   string // what its flag of this name does, if it has one
	Program  string // what its flag of this name does, which is on, if it has one
	Off      bool   // it runs only when asked for
	// Check returns the findings of a table. It does no I/O, and the same table
	// gives the same findings in the same order.
	Check func(t *routes.Table, o Options) []Finding
}

// Options are the settings of a rule.
type Options struct {
	// Strict reports also what the rule would let pass for good reasons.
	Strict bool
	// Program reports also what is to be said of the program as a whole.
	Program bool
}

// Confidence ranks a finding: how much speaks for a mistake.
type Confidence string

// The ranks.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

// A Finding is one place to look at. Its message begins with the rule's name:
// go vet's text output does not print which analyzer speaks.
type Finding struct {
	Position routes.Position
	// Subject is the route or the function that the finding is about. Together with the
	// rule and the text of the source line it tells that a finding is an old one.
	Subject    string
	Message    string
	Confidence Confidence
	Related    []Related
	Fixes      []Fix // the best one first
}

// A Related is a place that belongs to a finding's story.
type Related struct {
	Position routes.Position
	Message  string
}

// Tag makes the category of a finding's diagnostic: the rule's name, the rank and the
// subject. A diagnostic has no fields for these, and the category is what every driver
// hands on.
func Tag(name string, f Finding) string {
	return name + "/" + string(f.Confidence) + "/" + f.Subject
}

// ReadTag takes rank and subject out of a category that Tag made; they are empty for others.
func ReadTag(category string) (c Confidence, subject string) {
	_, rest, _ := strings.Cut(category, "/")
	rank, subject, _ := strings.Cut(rest, "/")
	return Confidence(rank), subject
}
