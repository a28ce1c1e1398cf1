package driver

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/rules/catalogue"
)

const usage = `Guardvet finds missing and inconsistent authorization in Go HTTP programs.

Usage:

	guardvet [-C dir] [flags] [packages]
	guardvet <command> [arguments]
	go vet -vettool=$(which guardvet) [packages]

The first form reports routes that nobody guards. The commands are:

	routes      list every route with what it demands
	explain     tell what a request passes on one route
	version     print what guardvet was built from
	help        print this text, or help about a command or rule

The rules are:

%s
Use "guardvet help <command or rule>" for more. Packages are named as for the
go command; none means the one in the current directory.

Exit status: 0 nothing found, 1 findings, 2 something could not be analysed.
`

var topics = map[string]string{
	"routes": `usage: guardvet routes [-json] [-C dir] [-tags list] [-mod mode] [packages]

Routes lists every route of the applications that the packages make: method,
pattern, verdict, what is demanded and by which guard, handler, position. A line
of totals follows, then every route whose verdict is unknown and every place
that could not be followed, with the reason.

With -json it prints an object with routes, incomplete and totals.
`,
	"explain": `usage: guardvet explain 'METHOD PATTERN' [-C dir] [packages]

Explain tells, in order, every step that a request passes on the route, which of
them can answer 401, 403 or something else, on what condition, where it was
attached and where it is written. The method may be left out; instead of the
pattern a path that it matches may be given.
`,
	"version": "usage: guardvet version\n\nVersion prints what guardvet was built from.\n",
	"help":    "usage: guardvet help [command or rule]\n",
	"":        "usage: guardvet [-C dir] [-json] [-tags list] [-mod mode] [-<rule>.<flag>] [packages]\n\nReports the findings of all rules, or with -<rule> of those named.\n",
}

func help(e *env, args []string) int {
	if len(args) == 0 {
		var rules strings.Builder
		for _, r := range catalogue.Rules {
			fmt.Fprintf(&rules, "\t%-11s %s\n", r.Name, r.Title)
		}
		fmt.Fprintf(e.stdout, usage, rules.String())
		return exitClean
	}
	if text, ok := topics[args[0]]; ok {
		fmt.Fprint(e.stdout, text)
		return exitClean
	}
	for _, r := range catalogue.Rules {
		if r.Name == args[0] {
			fmt.Fprintf(e.stdout, "%s: %s (%s)\n\n%s\n\nWhy: %s\n\nReported:\n\n%s\n\nNot reported:\n\n%s\n",
				r.Name, r.Title, r.Category, r.Text, r.Why, indent(r.Before), indent(r.After))
			return exitClean
		}
	}
	fmt.Fprintf(e.stderr, "guardvet: no command or rule %q; run 'guardvet help'\n", args[0])
	return exitTrouble
}

func indent(s string) string { return "\t" + strings.ReplaceAll(s, "\n", "\n\t") }

func version(e *env, args []string) int {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		fmt.Fprintln(e.stdout, "guardvet (unknown build)")
		return exitClean
	}
	fmt.Fprintf(e.stdout, "guardvet %s (%s)\n", info.Main.Version, info.GoVersion)
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision", "vcs.time", "vcs.modified":
			fmt.Fprintf(e.stdout, "%s %s\n", s.Key, s.Value)
		}
	}
	return exitClean
}
