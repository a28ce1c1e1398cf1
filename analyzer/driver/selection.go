package driver

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/report"
	"github.com/guardvet/guardvet/analyzer/internal/rules/catalogue"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// The go command keeps what a vet tool found by the tool's flags too. So the command always
// has all rules run, with the same flags, and prints those that were asked for: to ask for
// another one costs nothing.

// A selection is the rules that the flags and the configuration ask for.
type selection struct {
	chosen map[string]bool // by -name and -name=false
	on     []string        // by -name.on, or the configuration
	flags  []string        // as they were given
}

// choose takes in a flag "-name=value"; without one, all rules run that are not off.
func (s *selection) choose(name string, value bool) {
	if s.chosen == nil {
		s.chosen = map[string]bool{}
	}
	s.chosen[name] = value
}

// runs reports whether a rule is asked for. Where some rules are named, only those are, as
// with go vet.
func (s *selection) runs(r *rule.Rule) bool {
	value, named := s.chosen[r.Name]
	if named {
		return value
	}
	for _, other := range s.chosen {
		if other {
			return false
		}
	}
	return !r.Off || slices.Contains(s.on, r.Name)
}

// of leaves out the findings of rules that are not asked for.
func (s *selection) of(list []report.Finding) []report.Finding {
	return slices.DeleteFunc(list, func(f report.Finding) bool {
		i := slices.IndexFunc(catalogue.Rules, func(r *rule.Rule) bool { return r.Name == f.Rule })
		return i >= 0 && !s.runs(catalogue.Rules[i])
	})
}

// allRules are the flags by which the vet tool runs also the rules that are off.
func allRules() []string {
	var out []string
	for _, r := range catalogue.Rules {
		if r.Off {
			out = append(out, "-"+r.Name+".on")
		}
	}
	return out
}

// take takes in a flag of a rule that selects it, and reports whether it is one.
func (s *selection) take(name, value string) bool {
	rule, flag, dotted := strings.Cut(name, ".")
	switch {
	case !dotted:
		s.choose(rule, value == "true")
	case flag == "on":
		if value == "true" {
			s.on = append(s.on, rule)
		}
	default:
		return false
	}
	s.flags = append(s.flags, "-"+name+"="+value)
	return true
}
