package analyzer

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

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

func ruleAnalyzer(r *rule.Rule) *analysis.Analyzer {
	var o rule.Options
	a := &analysis.Analyzer{
		Name:     r.Name,
		Doc:      r.Title + "\n\n" + r.Text,
		URL:      r.URL,
		Requires: []*analysis.Analyzer{Analyzer},
	}
	if r.Strict != "" {
		a.Flags.BoolVar(&o.Strict, "strict", false, r.Strict)
	}
	a.Run = func(pass *analysis.Pass) (any, error) {
		t := pass.ResultOf[Analyzer].(*routes.Table)
		places := newPlaces(pass)
		for _, f := range findings(r, t, o) {
			d := analysis.Diagnostic{Pos: places.pos(f.Position), Category: rule.Tag(r.Name, f), Message: f.Message, URL: r.URL}
			for _, rel := range f.Related {
				d.Related = append(d.Related, analysis.RelatedInformation{Pos: places.pos(rel.Position), Message: rel.Message})
			}
			pass.Report(d)
		}
		return nil, nil
	}
	return a
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
