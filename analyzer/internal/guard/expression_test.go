package guard

import (
	"regexp"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
)

// TestSamples writes behind any path what an expression is to be found in.
func TestSamples(t *testing.T) {
	for text, want := range map[string]bool{
		"/login": true, `\.(css|js)$`: true, "(?i)/Login": true, "[a-z]+/v[0-9]{2}": true, "(a|b)?x": true,
		"^/login": false, `/login\b`: false, "a b": false, "a$b": false, `(^/a|/b)`: false, "[^ -~]x": false,
	} {
		e := newExpression(regexp.MustCompile(text))
		if got := e.sample != ""; got != want {
			t.Errorf("%s: %q", text, e.sample)
		}
		if path := "/users/1?" + e.sample; e.sample != "" && !e.re.MatchString(path) {
			t.Errorf("%s is not found in %s", text, path)
		}
	}
}

func TestFoundIn(t *testing.T) {
	for _, c := range []struct {
		text, pattern string
		uri           bool
		want          string
	}{
		{"^/login$", "/login", false, "yes"},
		{"^/login$", "/logins", false, "no"},
		{"^/login$", "/login", true, "?"}, // not with a query
		{"^/login$", "/users", true, "no"},
		{"^/login", "/login", true, "yes"},
		{"^/login", "/log", true, "no"},
		{`^/log\?in`, "/log", true, "?"},
		{"^/login", "/{id}", false, "?"},
		{"^/login", "/users/{id}", false, "no"},
		{"^/users/", "/users/{id}", false, "yes"},
		{"^/users/$", "/users/{id}", false, "?"},
		{"^/users/[0-9]+$", "/users/{id}", false, "?"},
		{"(?i)^/LOGIN", "/login", false, "yes"},
		{"(?i)^/LOGIN", "/{id}", false, "?"},
		{"login", "/users/{id}", false, "?"},
		{"users", "/users/{id}", false, "yes"},
		{"^(/a|/b)/", "/c/{id}", false, "?"},
	} {
		subject := frameworks.SourcePath
		if c.uri {
			subject = frameworks.SourceURI
		}
		q := &test{subject: subject, op: opRegexp, arg: c.text, expr: newExpression(regexp.MustCompile(c.text))}
		got := "?"
		if truth, ok := q.decide(Target{Method: "GET", Path: c.pattern}); ok {
			got = map[bool]string{true: "yes", false: "no"}[truth]
		}
		if got != c.want {
			t.Errorf("%s in %s (%t): %s, want %s", c.text, c.pattern, c.uri, got, c.want)
		}
		// What is decided holds for paths that the pattern matches.
		for _, id := range []string{"1", "login", "a/b"} {
			path := strings.ReplaceAll(c.pattern, "{id}", id)
			if is := q.expr.re.MatchString(path); got != "?" && is != (got == "yes") {
				t.Errorf("%s in %s: %t", c.text, path, is)
			}
		}
	}
}
