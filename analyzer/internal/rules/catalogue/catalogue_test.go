package catalogue

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the page of rules anew")

const (
	docs = "../../../../docs/"
	head = `# Rules

These pages are made from the rules themselves: go test ./analyzer/internal/rules/catalogue -update

| | |
|---|---|
`
)

// pages are the list of the rules, and a page for each of them, by name of file.
func pages() map[string]string {
	out := map[string]string{}
	list := head
	for _, r := range Rules {
		out["rules/"+r.Name+".md"] = r.Markdown()
		list += "| [" + r.Name + "](rules/" + r.Name + ".md) | " + r.Title + " |\n"
	}
	out["rules.md"] = list
	return out
}

func TestPagesAreCurrent(t *testing.T) {
	want := pages()
	for file, text := range want {
		if *update {
			if err := os.WriteFile(docs+file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		data, err := os.ReadFile(docs + file)
		if err != nil {
			t.Fatal(err)
		}
		if string(data) != text {
			t.Errorf("docs/%s is not what the rules say; run this test with -update", file)
		}
	}
	there, err := filepath.Glob(docs + "rules/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range there {
		if want["rules/"+filepath.Base(file)] == "" {
			t.Errorf("%s is of no rule", file)
		}
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
		if !strings.HasSuffix(r.URL, "docs/rules/"+r.Name+".md") {
			t.Errorf("%s: URL %s does not lead to its page", r.Name, r.URL)
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
