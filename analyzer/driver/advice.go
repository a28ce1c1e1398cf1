package driver

import (
	"regexp"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/report"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/unguarded"
)

// A remedy is what to do about a complaint of the go command, which is known by a part of it.
// It is added to the complaint, or stands instead of one that has the wrong words.
type remedy struct {
	complaint, do string
	instead       bool
}

var remedies = []remedy{
	{"go.mod file not found in current directory or any parent directory", noModule, true},
	{"directory prefix . does not contain main module", noModule, true},
	{"does not contain modules listed in go.work", "'work' names all packages of the workspace, as in: guardvet work", false},
	{"that is not one of the workspace modules", "GOWORK=off leaves the workspace aside", false},
	{": no Go files", "name other packages, such as ./...", false},
	{"matched no packages", "'go list ./...' prints those that there are", false},
	{"; GOTOOLCHAIN=local)", "install that Go, or let the go command fetch it: GOTOOLCHAIN=auto", false},
	{"module lookup disabled by GOPROXY=off", "run 'go mod download' before, where there is a network", false},
	{"unrecognized import path", private, false},
	{": reading http", private, false},
}

const (
	noModule = "there is no go.mod here or above: go to the directory of a module, or name it, as in: guardvet -C dir ./..."
	private  = "if the module is private, 'go help private' says what to set"
)

// advise adds what to do to what is wrong, where that is known.
func advise(lines []string) []string {
	for i, line := range lines {
		k := slices.IndexFunc(remedies, func(r remedy) bool { return strings.Contains(line, r.complaint) })
		switch {
		case k < 0:
		case remedies[k].instead:
			lines[i] = remedies[k].do
		default:
			lines[i] += "; " + remedies[k].do
		}
	}
	return lines
}

// tooNew is how go/types refuses a package for a newer Go than it was built with itself.
var tooNew = regexp.MustCompile(`package requires newer Go version (go[0-9.]+) \(application built with (go[0-9.]+)\)`)

// outdated says, in one line, that this binary is too old for the Go in use: then none of its
// packages can be read, the standard library first. The line is empty if it is not.
func outdated(said string) string {
	m := tooNew.FindStringSubmatch(said)
	if m == nil {
		return ""
	}
	return "guardvet was built with " + m[2] + ", and cannot read packages for " + m[1] + "; build it with the Go that is used here: " +
		"GOTOOLCHAIN=$(go env GOVERSION) go install github.com/guardvet/guardvet/cmd/guardvet@latest"
}

// warnNoRoutes says that there were no routes to judge: no news would look like good news.
func (e *env) warnNoRoutes(o options, t *routes.Table) {
	if len(t.Routes) == 0 {
		e.note("%s", o.noRoutes())
	}
}

// noRoutes says so of the packages, and what to do.
func (o options) noRoutes() string {
	return "there are no routes in " + strings.Join(o.packages, " ") + "; " + nameMain
}

const nameMain = "name the packages that serve them, mostly main"

// warnNoGuards says that no route has a guard: then none stands out, and none is reported
// unless all are, or a finding says the same.
func (e *env) warnNoGuards(o options, t *routes.Table, findings []report.Finding) {
	if slices.ContainsFunc(findings, func(f report.Finding) bool { return f.Rule == unguarded.Rule.Name }) {
		return
	}
	open := 0
	for _, r := range t.Routes {
		switch {
		case r.Verdict == routes.Guarded || r.Verdict == routes.Unknown:
			return
		case r.Verdict == routes.Unguarded && !r.Open:
			open++
		}
	}
	if open > 0 && o.rules.runs(unguarded.Rule) && !slices.Contains(o.analyzerFlags, "-unguarded.strict=true") {
		e.note("routes with a guard: none, without one: %d; 'guardvet routes' lists them, -unguarded.strict reports them", open)
	}
}
