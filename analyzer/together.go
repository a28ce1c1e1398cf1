package analyzer

import (
	"flag"

	"golang.org/x/tools/go/analysis"
)

// Together makes one analyzer of all rules, for drivers that take one: it reports what
// they report. Its flags are named as on the command line: "unguarded" (false switches
// the rule off) and "unguarded.strict". There is one set of these flags in a process.
func Together() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name: "guardvet",
		Doc:  "report HTTP routes that nobody guards, guards that do not hold, and refusals that confuse 401 with 403",
		URL:  Analyzer.URL,
	}
	enabled := map[string]*bool{}
	rules := Analyzers[1:]
	for _, r := range rules {
		enabled[r.Name] = a.Flags.Bool(r.Name, true, r.Doc)
		r.Flags.VisitAll(func(f *flag.Flag) { a.Flags.Var(f.Value, r.Name+"."+f.Name, f.Usage) })
		a.Requires = union(a.Requires, r.Requires)
	}
	a.Run = func(pass *analysis.Pass) (any, error) {
		for _, r := range rules {
			if !*enabled[r.Name] {
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

func union(list, more []*analysis.Analyzer) []*analysis.Analyzer {
	seen := map[*analysis.Analyzer]bool{}
	for _, a := range list {
		seen[a] = true
	}
	for _, a := range more {
		if !seen[a] {
			seen[a] = true
			list = append(list, a)
		}
	}
	return list
}
