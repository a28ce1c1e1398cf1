package driver

import (
	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// check prints the findings.
func check(e *env, args []string) int {
	o, rest, code, ok := e.parse("", args)
	if !ok {
		return code
	}
	o.packages = packagesOr(rest)
	if o.updateBaseline && o.baseline == "" {
		return e.fail("-update-baseline needs -baseline file")
	}
	r, err := analyse(o)
	if err != nil {
		return e.fail("%v", err)
	}
	if !o.quiet && len(r.trouble) == 0 {
		t := merge(r.tables)
		e.warnNoRoutes(o, t)
		e.warnNoGuards(o, t, r.findings)
	}
	addStale(o, r)
	f := report.Findings{List: r.findings, Trouble: r.trouble, Sources: report.NewSources(o.bases[0]), Version: toolVersion()}
	report.Identify(f.List, f.Sources)
	if o.updateBaseline {
		return e.writeBaseline(o, f)
	}
	if o.baseline != "" {
		if r.findings, err = e.withoutKnown(o, f); err != nil {
			return e.fail("%v", err)
		}
	}
	found := len(r.findings)
	if o.fix || o.diff {
		if err := e.mend(o, r); err != nil {
			return e.fail("%v", err)
		}
	}
	if !o.diff { // which has been printed
		found = len(r.findings)
		shortenFixes(r.findings, o)
		f.List = r.findings
		if err := e.writeFindings(o, f); err != nil {
			return e.fail("%v", err)
		}
	}
	switch {
	case e.troubled(r):
		return exitTrouble
	case found > 0:
		return exitFindings
	}
	return exitClean
}

// writeFindings writes in the format that was asked for. Text is for the eye on a
// terminal, and elsewhere for programs that read lines.
func (e *env) writeFindings(o options, f report.Findings) error {
	if o.format == "text" && e.terminal() && !o.quiet {
		return report.Terminal(e.stdout, f, e.color())
	}
	return report.FindingsFormats[o.format](e.stdout, f)
}
