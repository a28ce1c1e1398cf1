package driver

import (
	"fmt"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/rules/catalogue"
)

const usage = `Guardvet finds missing and inconsistent authorization in Go HTTP programs.

Usage:

	guardvet [flags] [packages]
	guardvet <command> [arguments]
	go vet -vettool=$(which guardvet) [packages]

The first and the last form report what the rules find. The commands are:

	routes      list every route with what it demands
	explain     tell what a request passes on one route
	lock        write what every route demands to a file, or compare with it
	diff        compare what the routes demand with another revision
	contract    compare the routes with an OpenAPI document
	version     print what guardvet was built from
	help        print this text, or help about a command or rule

The rules are:

%s
The flags are:

	-C dir            change to the directory first
	-format name      print as text, json, sarif or github (workflow annotations)
	-json             the same as -format=json
	-q                print lines only: without source and totals on a terminal
	-baseline file    accept the findings that the file lists; others fail
	-update-baseline  write the findings to that file instead
	-config file      read the file instead of .guardvet.yml
	-fix              apply the fixes; print the findings that are left
	-diff             print what -fix would change, and change nothing
	-tags list        build tags, as for go build
	-mod mode         module download mode, as for go build
	-<rule>           run only the rules that are named so
	-<rule>=false     run all other rules
	-<rule>.<flag>    set a rule's flag; "guardvet help <rule>" names them

A file .guardvet.yml beside go.mod, or above it in the repository, says what the code
does not: see docs/configuration.md.

The environment variable GUARDVETCACHE names the directory in which the routes of programs
that did not change are kept, or is "off"; see docs/commands.md.

Packages are named as for the go command; none means the one in the current
directory. Routes are found in the package that serves them, mostly main.

Exit status: 0 nothing found (or all of it fixed), 1 findings, 2 something could not
be analysed.
`

var topics = map[string]string{
	"routes": `usage: guardvet routes [-format name | -html file] [-C dir] [-tags list] [-mod mode] [packages]

Routes lists every route of the applications that the packages serve: method,
pattern, verdict, level, guards in order, handler, position. A line of totals
follows, then every route whose verdict is unknown and every place that could not
be followed, with the reason.

A route is guarded when every request that the handler acts upon has passed a
guard, public when it has none by intent, unguarded when it has none, and unknown
when that could not be decided. Its level says what the guards ask: authn who
makes the request, authz whether they may; conditional is a guard that the
configuration can switch off.

The formats are text, json, markdown and csv; -json is the same as -format=json,
and prints an object with routes, incomplete and totals. With -html it
writes one page to the file, or to stdout for "-", and prints nothing: the routes as
a tree and against what they demand, with each chain, its source lines and the
findings. The page needs no network and no other file.

Exit status: 0, or 2 when something could not be analysed.
`,
	"explain": `usage: guardvet explain 'METHOD PATTERN' [-C dir] [-tags list] [-mod mode] [packages]

Explain tells, in order, every step that a request passes on a route, which of
them can answer 401, 403 or something else, on what condition, where each was
attached and where it is written. The method may be left out; instead of the
pattern a path that it matches may be given.

Exit status: 0, or 2 when there is no such route or something could not be analysed.
`,
	"lock": `usage: guardvet lock [-check] [-o file] [-C dir] [-tags list] [-mod mode] [packages]

Lock writes guardvet.lock: a line for each route with what it demands, sorted, and
the places that could not be followed. Line numbers are not in it. Committed, it
shows every change of authorization in a review.

With -check it writes nothing, and prints what is no longer as in the file. Without
packages it takes those that the file was written for, or else ./...

Exit status: 0; with -check 1 when something changed; 2 when something could not be
analysed: then the file is left as it is.
`,
	"diff": `usage: guardvet diff revision [-C dir] [-tags list] [-mod mode] [packages]

Diff prints what the routes demand that they did not in another revision of the
repository, which git names. That revision is laid out in a temporary directory; the
work tree and the index are not touched. Without packages it takes ./...

Exit status: 0 when nothing changed, 1 when something did, 2 when one of the two
could not be analysed.
`,
	"contract": `usage: guardvet contract file [-json] [-base path] [-C dir] [-tags list] [-mod mode] [packages]

Contract compares the routes of the packages with an OpenAPI document, YAML or JSON,
of version 2 or 3. It says which operations no route serves, which routes are not
documented, where security is declared that the route does not ask for, where a route
is guarded and no security is declared, and where scopes are declared that the guards
do not demand. Patterns are compared by their shape: {id} and :id are one.

The document's paths are looked for below its servers' paths, and without them. With
-base they are looked for below that path only, and no other routes are compared;
-base / takes them as they are.

What cannot be compared is listed as unknown, with the reason: a route whose verdict
is unknown, a pattern that stands for whatever lies below it, a place of the program
that could not be followed. With -json it prints an object.

Exit status: 0 no difference, 1 differences, 2 something could not be read.
`,
	"version": `usage: guardvet version

Version prints what guardvet was built from, the version of the facts that it hands
from package to package, and that of the fingerprints in its reports.
`,
	"help": "usage: guardvet help [command or rule]\n",
}

func help(e *env, args []string) int {
	if len(args) == 0 || args[0] == "" {
		var rules strings.Builder
		for _, r := range catalogue.Rules {
			fmt.Fprintf(&rules, "\t%-12s  %s\n", r.Name, r.Title)
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
			fmt.Fprintf(e.stdout, "%s: %s (%s)\n\n%s\n\n%s\n\nReported:\n\n%s\n\nNot reported:\n\n%s\n\n%s\n",
				r.Name, r.Title, r.Category, r.Text, r.Why, indent(r.Before), indent(r.After), r.Silence())
			return exitClean
		}
	}
	return e.fail("no command or rule %q; run 'guardvet help'", args[0])
}

func indent(s string) string { return "\t" + strings.ReplaceAll(s, "\n", "\n\t") }
