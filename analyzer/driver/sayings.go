package driver

import (
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// What the go command prints for people is read here, and cut to one line for
// each thing that went wrong.

// failures reads what go vet says of packages that do not compile: a heading
// "# path" for each, then its errors. It also returns the paths of those that
// nothing can import now.
func failures(text string) (lines, failed []string) {
	var order []string
	bodies := map[string]string{}
	pkg := ""
	for line := range strings.Lines(text) {
		heading, ok := strings.CutPrefix(line, "# ")
		if !ok {
			bodies[pkg] += line
			continue
		}
		var variant bool
		if pkg, variant = headed(heading); !variant {
			failed = append(failed, pkg)
		}
		if !slices.Contains(order, pkg) {
			order = append(order, pkg)
		}
	}
	failed = slices.DeleteFunc(failed, func(pkg string) bool { return inTests(bodies[pkg]) })
	for _, pkg := range order {
		if s := firstError(pkg, bodies[pkg]); s != "" {
			lines = append(lines, s)
		}
	}
	slices.SortFunc(lines, byPosition)
	return slices.Concat(sayings(bodies[""]), lines), failed
}

// inTests reports whether all errors of a package are in its tests, without which others import it.
func inTests(body string) bool {
	tests := false
	for line := range strings.Lines(body) {
		name, _, positioned := strings.Cut(line, ".go:")
		if positioned && !strings.HasSuffix(name, "_test") {
			return false
		}
		tests = tests || positioned
	}
	return tests
}

// headed reads a heading. A package is headed "path" when it was compiled and
// "[path]" when it was vetted; its tests are headed "path [path.test]".
func headed(heading string) (path string, variant bool) {
	heading = strings.TrimSpace(heading)
	if inner, ok := strings.CutPrefix(heading, "["); ok {
		return strings.TrimSuffix(inner, "]"), true
	}
	path, test, variant := strings.Cut(heading, " [")
	if variant {
		path = strings.TrimSuffix(strings.TrimSuffix(test, "]"), ".test")
	}
	return path, variant
}

// firstError is the first error of a package and the number of the others.
func firstError(pkg, body string) string {
	var list []string
	for line := range strings.Lines(body) {
		line = strings.TrimPrefix(strings.TrimRight(line, "\n"), "vet: ")
		line = strings.TrimPrefix(line, "./")
		switch {
		case strings.HasPrefix(line, "panic: "), strings.HasPrefix(line, "fatal error: "):
			return fmt.Sprintf("%s: guardvet itself failed, which is a bug in it: %s", pkg, line)
		case line == "", strings.HasPrefix(line, "exit status "), strings.HasPrefix(line, "\t"), strings.HasSuffix(line, "too many errors"):
		case !slices.Contains(list, line):
			list = append(list, line)
		}
	}
	switch len(list) {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("%s (in %s)", list[0], pkg)
	}
	return fmt.Sprintf("%s (and %d more in %s)", list[0], len(list)-1, pkg)
}

// sayings are the complaints that are not about one package; what belongs to the
// line before is joined to it.
func sayings(text string) []string {
	out := unmatched(text)
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if strings.TrimSpace(line) == "" || isNews(line) {
			continue
		}
		if line == "no packages to vet" && len(unmatched(text)) > 0 {
			continue
		}
		last := len(out) - 1
		if last >= 0 && (strings.HasPrefix(line, "\t") || strings.HasSuffix(out[last], ":")) {
			out[last] += " " + strings.TrimSpace(line)
			continue
		}
		out = append(out, strings.TrimPrefix(line, "go: "))
	}
	return out
}

// isNews reports whether a line of the go command is not a complaint.
func isNews(line string) bool {
	for _, s := range []string{"go: downloading ", "go: finding ", "go: found ", "go: added ", "go: upgraded ", "go: extracting ", "go: warning: "} {
		if strings.HasPrefix(line, s) {
			return true
		}
	}
	return false
}

// unmatched reads the warnings about patterns that match nothing, which the go
// command does not take for a failure.
func unmatched(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if s, ok := strings.CutPrefix(line, "go: warning: "); ok && strings.Contains(s, "matched no packages") {
			out = append(out, report.OneLine(s))
		}
	}
	return out
}
