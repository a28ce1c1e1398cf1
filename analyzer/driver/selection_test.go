package driver

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

func TestSelection(t *testing.T) {
	usual, other, off := &rule.Rule{Name: "usual"}, &rule.Rule{Name: "other"}, &rule.Rule{Name: "off", Off: true}
	for _, test := range []struct {
		name               string
		flags              [][2]string
		usual, other, isOn bool
	}{
		{"nothing", nil, true, true, false},
		{"one", [][2]string{{"usual", "true"}}, true, false, false},
		{"all but one", [][2]string{{"usual", "false"}}, false, true, false},
		{"one, and not another", [][2]string{{"usual", "true"}, {"other", "false"}}, true, false, false},
		{"the one that is off", [][2]string{{"off", "true"}}, false, false, true},
		{"that one too", [][2]string{{"off.on", "true"}}, true, true, true},
		{"only one, though another is on", [][2]string{{"off.on", "true"}, {"usual", "true"}}, true, false, false},
		{"on and off again", [][2]string{{"off.on", "true"}, {"off", "false"}}, true, true, false},
	} {
		var s selection
		for _, f := range test.flags {
			if !s.take(f[0], f[1]) {
				t.Errorf("%s: %v selects nothing", test.name, f)
			}
		}
		for _, want := range []struct {
			rule *rule.Rule
			runs bool
		}{{usual, test.usual}, {other, test.other}, {off, test.isOn}} {
			if got := s.runs(want.rule); got != want.runs {
				t.Errorf("%s: %s runs: %v", test.name, want.rule.Name, got)
			}
		}
	}
	if new(selection).take("usual.strict", "true") {
		t.Error("a rule's own flag selects rules")
	}
}
