package analyzer

import (
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/guardvet/guardvet/analyzer/internal/fix"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// fixes are the changes by which a finding goes away, as far as the source allows them. A
// failure to make one costs no finding.
func fixes(f rule.Finding, m *fix.Maker, p *places) (out []analysis.SuggestedFix) {
	defer func() {
		if recover() != nil {
			out = nil
		}
	}()
	for _, x := range f.Fixes {
		edits, ok := m.Make(x)
		if !ok {
			continue
		}
		tf := p.file(edits.File, edits.Content)
		if tf == nil {
			continue
		}
		s := analysis.SuggestedFix{Message: x.Message}
		for _, e := range edits.List {
			s.TextEdits = append(s.TextEdits, analysis.TextEdit{Pos: tf.Pos(e.Start), End: tf.Pos(e.End), NewText: []byte(e.New)})
		}
		out = append(out, s)
	}
	return out
}

// reader reads the files of the package as the driver has them: an editor's may not be
// saved yet. Of other packages' files there is only what the disk has; package fix knows
// whether that is what the facts were made from.
func reader(pass *analysis.Pass) func(name string) ([]byte, error) {
	var own []string
	for _, f := range pass.Files {
		own = append(own, pass.Fset.File(f.FileStart).Name())
	}
	return func(name string) ([]byte, error) {
		if slices.Contains(own, name) && pass.ReadFile != nil {
			return pass.ReadFile(name)
		}
		return os.ReadFile(name)
	}
}
