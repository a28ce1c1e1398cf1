package rule

import (
	"fmt"
	"strings"
)

// Markdown returns the rule's section of the page of rules.
func (r *Rule) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s: %s.\n\n%s\n\n%s\n\n", r.Name, r.Category, r.Title, prose(r.Text), prose(r.Why))
	fmt.Fprintf(&b, "Reported:\n\n```go\n%s\n```\n\nNot reported:\n\n```go\n%s\n```\n", r.Before, r.After)
	return b.String()
}

// prose turns indented paragraphs into code blocks; the rest is Markdown already.
func prose(text string) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		if strings.HasPrefix(p, "\t") {
			p = strings.TrimPrefix(strings.ReplaceAll(p, "\n\t", "\n"), "\t")
			paragraphs[i] = "```\n" + p + "\n```"
		}
	}
	return strings.Join(paragraphs, "\n\n")
}
