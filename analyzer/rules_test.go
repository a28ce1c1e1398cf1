package analyzer

import (
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// TestRuleThatFails requires that a rule's panic is a finding that says so.
func TestRuleThatFails(t *testing.T) {
	r := &rule.Rule{Name: "broken", Check: func(t *routes.Table, _ rule.Options) []rule.Finding {
		return []rule.Finding{{Message: t.Routes[3].Pattern}}
	}}
	list := findings(r, &routes.Table{}, rule.Options{})
	if len(list) != 1 || !strings.HasPrefix(list[0].Message, "broken: the rule failed") {
		t.Errorf("%+v", list)
	}
}

// TestEnabled holds the ways of switching a rule on and off against each other.
func TestEnabled(t *testing.T) {
	usual, off := &rule.Rule{Name: "usual"}, &rule.Rule{Name: "off", Off: true}
	for _, test := range []struct {
		name     string
		rule     *rule.Rule
		settings *routes.Settings
		flag     bool
		want     bool
	}{
		{"usual", usual, nil, false, true},
		{"disabled", usual, &routes.Settings{Disable: []string{"usual"}}, false, false},
		{"off", off, nil, false, false},
		{"off, and another one enabled", off, &routes.Settings{Enable: []string{"usual"}}, false, false},
		{"enabled", off, &routes.Settings{Enable: []string{"off"}}, false, true},
		{"asked for", off, nil, true, true},
		{"asked for and disabled", off, &routes.Settings{Disable: []string{"off"}}, true, false},
	} {
		if got := enabled(test.rule, test.settings, test.flag); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
