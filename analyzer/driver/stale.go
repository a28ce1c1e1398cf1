package driver

import (
	"path/filepath"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/config"
	"github.com/guardvet/guardvet/analyzer/internal/report"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/publicreason"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// What is said of routes, and of no route any more, misleads whoever reads it. That an entry
// of the configuration stands for nothing in one command says little: it may be meant
// for another. Only a run over the whole module knows.

// addStale adds to the findings what stands for nothing in any of the commands.
func addStale(o options, r *result) {
	if !o.wholeModule() || !o.rules.runs(publicreason.Rule) || len(r.trouble) > 0 {
		return
	}
	for _, at := range idle(r.tables) {
		r.findings = append(r.findings, report.Finding{
			Rule: publicreason.Rule.Name, Position: o.position(at.position.String()), Message: publicreason.Rule.Name + ": " + at.message,
			Confidence: rule.High, Subject: at.message, Related: []report.Related{},
		})
	}
	r.tidy()
}

// wholeModule reports whether the packages are those of the module with its configuration.
func (o options) wholeModule() bool {
	return slices.Contains(o.packages, "./...") && exists(filepath.Join(o.bases[0], "go.mod"))
}

// A stale place says something of nothing.
type stale struct {
	position routes.Position
	message  string
}

// idle lists what stands for nothing in every command that knows of it.
func idle(tables []*routes.Table) []stale {
	tables = slices.DeleteFunc(slices.Clone(tables), func(t *routes.Table) bool { return !t.Command })
	unmatched := map[routes.Position]int{}
	alive, dead := map[routes.Position]bool{}, map[routes.Position]bool{}
	for _, t := range tables {
		for _, at := range t.Unmatched {
			unmatched[at]++
		}
		for _, c := range t.Comments {
			if c.Own || !c.Idle {
				alive[c.Position] = true // or said by the rule itself
			} else {
				dead[c.Position] = true
			}
		}
	}
	var out []stale
	for at, n := range unmatched {
		if n == len(tables) {
			out = append(out, stale{at, "nothing in the program corresponds to this entry of " + config.Name})
		}
	}
	for at := range dead {
		if !alive[at] {
			out = append(out, stale{at, publicreason.Stale})
		}
	}
	return out
}
