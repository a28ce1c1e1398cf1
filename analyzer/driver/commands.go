package driver

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/guardvet/guardvet/analyzer/internal/report"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// check prints the findings.
func check(e *env, args []string) int {
	o, rest, ok := e.parse("", args)
	if !ok {
		return exitTrouble
	}
	o.packages = packagesOr(rest)
	r, err := vet(o, false)
	if err != nil {
		fmt.Fprintf(e.stderr, "guardvet: %v\n", err)
		return exitTrouble
	}
	if o.json {
		findings := r.findings
		if findings == nil {
			findings = []finding{}
		}
		writeJSON(e.stdout, map[string]any{"findings": findings})
	} else {
		for _, f := range r.findings {
			fmt.Fprintf(e.stdout, "%s: %s\n", f.Position, f.Message)
		}
	}
	return e.finish(r)
}

// finish says what could not be analysed, and picks the exit code.
func (e *env) finish(r *result) int {
	for _, line := range r.trouble {
		fmt.Fprintf(e.stderr, "guardvet: %s\n", line)
	}
	switch {
	case len(r.trouble) > 0:
		return exitTrouble
	case len(r.findings) > 0:
		return exitFindings
	}
	return exitClean
}

func writeJSON(w io.Writer, v any) {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	enc.Encode(v)
}

// inventory loads the merged route table of the packages.
func (e *env) inventory(o options) (*routes.Table, *result, bool) {
	r, err := vet(o, true)
	if err != nil {
		fmt.Fprintf(e.stderr, "guardvet: %v\n", err)
		return nil, nil, false
	}
	r.findings = nil // the inventory is not a check
	t := merge(r.tables)
	shorten(t, o)
	return t, r, true
}

// listRoutes prints the inventory.
func listRoutes(e *env, args []string) int {
	o, rest, ok := e.parse("routes", args)
	if !ok {
		return exitTrouble
	}
	o.packages = packagesOr(rest)
	t, r, ok := e.inventory(o)
	if !ok {
		return exitTrouble
	}
	if o.json {
		writeJSON(e.stdout, report.NewInventory(t))
	} else {
		report.Text(e.stdout, t, e.color())
	}
	return e.finish(r)
}

// explain prints what a request passes on one route.
func explain(e *env, args []string) int {
	o, rest, ok := e.parse("explain", args)
	if !ok {
		return exitTrouble
	}
	if len(rest) == 0 {
		fmt.Fprintln(e.stderr, "guardvet: explain needs a route, as in: guardvet explain 'DELETE /users/{id}' ./...")
		return exitTrouble
	}
	o.packages = packagesOr(rest[1:])
	t, r, ok := e.inventory(o)
	if !ok {
		return exitTrouble
	}
	code := e.finish(r)
	found := report.Find(t, rest[0])
	if len(found) == 0 {
		fmt.Fprintf(e.stderr, "guardvet: no route %q%s\n", rest[0], report.Nearest(t, rest[0]))
		return exitTrouble
	}
	for i, route := range found {
		if i > 0 {
			fmt.Fprintln(e.stdout)
		}
		report.Explain(e.stdout, route)
	}
	return code
}

// color reports whether to colour: on a terminal, unless NO_COLOR is set.
func (e *env) color() bool {
	f, ok := e.stdout.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(f)
}
