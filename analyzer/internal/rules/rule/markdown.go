package rule

import (
	"fmt"
	"strings"
)

// Markdown returns the page of the rule.
func (r *Rule) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s: %s.\n\n%s\n\n%s\n\n", r.Name, r.Category, r.Title, prose(r.Text), prose(r.Why))
	fmt.Fprintf(&b, "Reported:\n\n```go\n%s\n```\n\nNot reported:\n\n```go\n%s\n```\n\n%s\n", r.Before, r.After, r.Silence())
	return b.String()
}

// Silence says how to have a finding of the rule, or the rule, not reported.
func (r *Rule) Silence() string {
	if r.Off {
		return fmt.Sprintf("Ask for it by `-%s`, `-%s.on`, or `enable: [%s]` in `.guardvet.yml`. Silence a finding by `//guardvet:ignore %s <reason>` on its line or the one above.",
			r.Name, r.Name, r.Name, r.Name)
	}
	return fmt.Sprintf("Silence a finding by `//guardvet:ignore %s <reason>` on its line or the one above, the rule by `-%s=false` or `disable: [%s]` in `.guardvet.yml`.",
		r.Name, r.Name, r.Name)
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
