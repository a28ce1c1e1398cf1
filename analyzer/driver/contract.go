package driver

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/guardvet/guardvet/analyzer/internal/contract"
	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// compareContract compares the routes of the packages with an OpenAPI document.
func compareContract(e *env, args []string) int {
	o, rest, code, ok := e.parse("contract", args)
	if !ok {
		return code
	}
	if len(rest) == 0 {
		return e.fail("contract needs an OpenAPI document, as in: guardvet contract openapi.yaml ./...")
	}
	file := rest[0]
	if !filepath.IsAbs(file) {
		file = filepath.Join(o.dir, file)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return e.fail("%v", err)
	}
	doc, err := contract.Read(rest[0], text)
	if err != nil {
		return e.fail("%v", err)
	}
	o.packages = packagesOr(rest[1:])
	t, code := e.inventory(o)
	if t == nil {
		return code
	}
	switch {
	case len(t.Routes) == 0 && code != exitClean:
		return code // what went wrong has been said
	case len(t.Routes) == 0:
		return e.fail("%s", o.noRoutes())
	}
	c := contract.Compare(t, doc, o.base)
	if base, n := contract.Suggest(t, doc); o.base == "" && n > c.Matched { // the differences would be hundreds
		return e.fail("%s: of %d operations %d are served at their paths, and %d would be with -base %s; -base / takes them as they are",
			rest[0], c.Operations, c.Matched, n, base)
	}
	if o.format == "json" {
		err = report.Object(e.stdout, c)
	} else {
		err = e.writeComparison(rest[0], c)
	}
	switch {
	case err != nil:
		return e.fail("%v", err)
	case code != exitClean:
		return code
	case len(c.Differences) > 0:
		return exitFindings
	}
	return exitClean
}

// writeComparison writes the differences and what could not be compared, a line each,
// and then the totals.
func (e *env) writeComparison(file string, c *contract.Comparison) error {
	for _, d := range c.Differences {
		fmt.Fprintf(e.stdout, "%s: %s\n", d.Position, d.Message)
	}
	for _, p := range c.Unknown {
		fmt.Fprintf(e.stdout, "%s: %s\n", p.Position, p.Message)
	}
	if len(c.Differences)+len(c.Unknown) > 0 {
		fmt.Fprintln(e.stdout)
	}
	below := ""
	if c.Base != "" {
		below = " below " + c.Base
	}
	_, err := fmt.Fprintf(e.stdout, "%s: of %d operations %d are served%s; routes %d; differences %d, unknown %d\n",
		file, c.Operations, c.Matched, below, c.Routes, len(c.Differences), len(c.Unknown))
	return err
}
