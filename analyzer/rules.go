package analyzer

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/guardvet/guardvet/analyzer/internal/fix"
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/catalogue"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Analyzers are guardvet's analyzers: the one that makes the table, and one for
// each rule.
var Analyzers = makeAnalyzers()

func makeAnalyzers() []*analysis.Analyzer {
	list := []*analysis.Analyzer{Analyzer}
	for _, r := range catalogue.Rules {
		list = append(list, ruleAnalyzer(r))
	}
	return list
}

// ByName returns the analyzer of a name, or nil.
func ByName(name string) *analysis.Analyzer {
	for _, a := range Analyzers {
		if a.Name == name {
			return a
		}
	}
	return nil
}

func ruleAnalyzer(r *rule.Rule) *analysis.Analyzer {
	var o rule.Options
	on := false
	a := &analysis.Analyzer{
		Name:     r.Name,
		Doc:      r.Title + "\n\n" + r.Text,
		URL:      r.URL,
		Requires: []*analysis.Analyzer{Analyzer},
	}
	if r.Strict != "" {
		a.Flags.BoolVar(&o.Strict, "strict", false, r.Strict)
	}
	if r.Program != "" {
		a.Flags.BoolVar(&o.Program, "program", true, r.Program)
	}
	if r.Off {
		a.Flags.BoolVar(&on, "on", false, "run the rule, which is off unless asked for")
	}
	a.Run = func(pass *analysis.Pass) (any, error) {
		t := pass.ResultOf[Analyzer].(*routes.Table)
		if !enabled(r, t.Settings, on) {
			return nil, nil
		}
		found := findings(r, t, o)
		if len(found) == 0 { // as in most packages: the tables need not be made
			return nil, nil
		}
		places := newPlaces(pass)
		maker := fix.New(t.Source, frameworks.Default(), reader(pass))
		for _, f := range found {
			if ignored(t, r.Name, f.Position) {
				continue
			}
			suggested := fixes(f, maker, places) // before the position, which then is of the same file of the set
			d := analysis.Diagnostic{Pos: places.pos(f.Position), SuggestedFixes: suggested, Category: rule.Tag(r.Name, f), Message: f.Message, URL: r.URL}
			for _, rel := range f.Related {
				d.Related = append(d.Related, analysis.RelatedInformation{Pos: places.pos(rel.Position), Message: rel.Message})
			}
			pass.Report(d)
		}
		return nil, nil
	}
	return a
}

// enabled reports whether a rule is to run: the settings may say so, and a rule that is
// off runs when its flag says so too.
func enabled(r *rule.Rule, s *routes.Settings, on bool) bool {
	if s != nil && slices.Contains(s.Disable, r.Name) {
		return false
	}
	return !r.Off || on || s != nil && slices.Contains(s.Enable, r.Name)
}

// findings are those of a rule. One that fails takes nothing else with it, and says so.
func findings(r *rule.Rule, t *routes.Table, o rule.Options) (list []rule.Finding) {
	defer func() {
		if e := recover(); e != nil {
			list = []rule.Finding{{Message: fmt.Sprintf("%s: the rule failed on this program, which is a bug in guardvet: %v", r.Name, e), Confidence: rule.Low}}
		}
	}()
	return r.Check(t, o)
}
