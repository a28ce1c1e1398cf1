package analyzer

import (
	"flag"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Together makes one analyzer of all rules, for drivers that take one: it reports what
// they report. Its flags are named as on the command line: "unguarded" (false switches
// the rule off; true switches one on that is off otherwise), "unguarded.strict", and
// "config", the text of the configuration. There is one set of these flags in a process.
func Together() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name: "guardvet",
		Doc:  "report HTTP routes that nobody guards, guards that do not hold, and refusals that confuse 401 with 403",
		URL:  Analyzer.URL,
	}
	for _, name := range []string{"config", "configname"} {
		f := Analyzer.Flags.Lookup(name)
		a.Flags.Var(f.Value, name, f.Usage)
	}
	off := map[*analysis.Analyzer]bool{}
	rules := Analyzers[1:]
	for _, r := range rules {
		a.Flags.BoolFunc(r.Name, r.Doc, func(s string) error {
			on, err := strconv.ParseBool(s)
			off[r] = !on
			if r.Flags.Lookup("on") != nil && err == nil {
				err = r.Flags.Set("on", s)
			}
			return err
		})
		r.Flags.VisitAll(func(f *flag.Flag) { a.Flags.Var(f.Value, r.Name+"."+f.Name, f.Usage) })
		for _, needed := range r.Requires {
			if !slices.Contains(a.Requires, needed) {
				a.Requires = append(a.Requires, needed)
			}
		}
	}
	a.Run = func(pass *analysis.Pass) (any, error) {
		if _, err := settings(); err != nil && pass.ResultOf[Analyzer].(*routes.Table).Command { // what Analyzer reports is not heard
			pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Category: ConfigCategory, Message: err.Error()})
		}
		for _, r := range rules {
			if off[r] {
				continue
			}
			own := *pass
			own.Analyzer = r
			if _, err := r.Run(&own); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	return a
}
