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
