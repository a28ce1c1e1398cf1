package driver

import (
	"fmt"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/report"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// troubled says what could not be analysed, a line each.
func (e *env) troubled(r *result) bool {
	for _, line := range r.trouble {
		e.fail("%s", line)
	}
	return len(r.trouble) > 0
}

// load analyses the packages and makes one route table of them. See is told the name of
// every file that the table mentions, before it is shortened.
func load(o options, see func(file string)) (*result, *routes.Table, error) {
	r, err := analyse(o)
	if err != nil {
		return nil, nil, err
	}
	if err := judgeLibraries(o, r); err != nil {
		return nil, nil, err
	}
	t := merge(r.tables)
	places(t, func(p *routes.Position) { see(p.File) })
	shorten(t, o)
	return r, t, nil
}

// inventory loads the route table of the packages.
func (e *env) inventory(o options) (t *routes.Table, code int) {
	r, t, err := load(o, func(string) {})
	if err != nil {
		return nil, e.fail("%v", err)
	}
	if e.troubled(r) {
		return t, exitTrouble
	}
	return t, exitClean
}

// listRoutes prints the inventory.
func listRoutes(e *env, args []string) int {
	o, rest, code, ok := e.parse("routes", args)
	if !ok {
		return code
	}
	o.packages = packagesOr(rest)
	if o.html != "" && o.format != "text" {
		return e.fail("routes writes a format or a page, not both; run 'guardvet help routes'")
	}
	if o.html != "" {
		return writePage(e, o)
	}
	t, code := e.inventory(o)
	if t == nil || o.format == "text" && code != exitClean && len(t.Routes)+len(t.Incomplete) == 0 {
		return code // totals of nothing would look like an answer
	}
	if code == exitClean {
		e.warnNoRoutes(o, t)
	}
	if err := e.writeRoutes(o, t); err != nil {
		return e.fail("%v", err)
	}
	return code
}

// writeRoutes writes the inventory in the format that was asked for.
func (e *env) writeRoutes(o options, t *routes.Table) error {
	if o.format == "text" {
		report.Text(e.stdout, t, e.color())
		return nil
	}
	return report.RoutesFormats[o.format](e.stdout, t)
}

// explain prints what a request passes on one route.
func explain(e *env, args []string) int {
	o, rest, code, ok := e.parse("explain", args)
	if !ok {
		return code
	}
	if len(rest) == 0 {
		return e.fail("explain needs a route, as in: guardvet explain 'DELETE /users/{id}' ./...")
	}
	o.packages = packagesOr(rest[1:])
	t, code := e.inventory(o)
	if t == nil {
		return code
	}
	found := report.Find(t, rest[0])
	switch {
	case len(found) == 0 && len(t.Routes) == 0 && code != exitClean:
		return code // what went wrong has been said
	case len(found) == 0:
		return e.fail("no route %q in %s; %s", rest[0], strings.Join(o.packages, " "), nearest(t, rest[0]))
	}
	for i, route := range found {
		if i > 0 {
			fmt.Fprintln(e.stdout)
		}
		report.Explain(e.stdout, route)
	}
	return code
}

func nearest(t *routes.Table, what string) string {
	names := report.Nearest(t, what)
	if len(names) == 0 {
		return "there are no routes at all: " + nameMain
	}
	return "the nearest: " + strings.Join(names, ", ")
}
