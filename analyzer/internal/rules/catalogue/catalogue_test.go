package catalogue

import (
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the page of rules anew")

const page = "../../../../docs/rules.md"

const head = `# Rules

This page is made from the rules themselves: go test ./analyzer/internal/rules/catalogue -update
`

func TestPageIsCurrent(t *testing.T) {
	var b strings.Builder
	b.WriteString(head)
	for _, r := range Rules {
		b.WriteString("\n" + r.Markdown())
	}
	if *update {
		if err := os.WriteFile(page, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != b.String() {
		t.Errorf("docs/rules.md is not what the rules say; run this test with -update")
	}
}

func TestRulesAreComplete(t *testing.T) {
	var names []string
	for _, r := range Rules {
		names = append(names, r.Name)
		for field, value := range map[string]string{
			"Title": r.Title, "Text": r.Text, "Why": r.Why, "Before": r.Before, "After": r.After, "Category": r.Category,
		} {
			if strings.TrimSpace(value) == "" {
				t.Errorf("%s: %s is empty", r.Name, field)
			}
		}
		if !strings.HasSuffix(r.URL, "docs/rules.md#"+r.Name) {
			t.Errorf("%s: URL %s does not lead to its section", r.Name, r.URL)
		}
		if !regexp.MustCompile(`^CWE-\d+(, CWE-\d+)*$`).MatchString(r.Category) {
			t.Errorf("%s: Category %q does not list CWE numbers", r.Name, r.Category)
		}
		if r.Check == nil {
			t.Errorf("%s: no Check", r.Name)
		}
	}
	if !slices.IsSorted(names) {
		t.Errorf("the rules are not sorted by name: %q", names)
	}
}
