package report

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A Lock is what every route demands, as a file that is committed: so a change of
// authorization is a line in a review. Nothing in it moves with the lines of the
// program.
type Lock struct {
	Scope string // the packages that it was written for
	Lines []LockLine
}

// A LockLine is what one route demands, or a place that could not be followed.
type LockLine struct {
	Route    string          // "DELETE /users/{id}"; "incomplete" for a place
	Demand   string          // "authz admin by auth.RequireUser, auth.RequireRole"
	App      string          // which application serves it; for a place the file
	Position routes.Position // not in the file
}

const (
	lockHead   = "# guardvet lock 1"
	lockScope  = "# scope: "
	incomplete = "incomplete"
)

// NewLock takes down what the routes of a table demand. What no request reaches
// demands nothing and is left out.
func NewLock(scope string, t *routes.Table) *Lock {
	l := &Lock{Scope: scope}
	for _, r := range t.Routes {
		if !r.Shadowed {
			l.Lines = append(l.Lines, LockLine{Route: OneLine(title(r)), Demand: OneLine(demand(r)), App: OneLine(anonymous.ReplaceAllString(r.App, "")), Position: r.Position})
		}
	}
	for _, i := range t.Incomplete {
		l.Lines = append(l.Lines, LockLine{Route: incomplete, Demand: unlined(i.Reason), App: OneLine(filepath.ToSlash(orElse(i.Position.File, "-"))), Position: i.Position})
	}
	l.sort()
	return l
}

// sort orders lines by application, route and demand, and drops repetitions. What is
// incomplete comes last.
func (l *Lock) sort() {
	key := func(x LockLine) string {
		if x.Route == incomplete {
			return "\xff\x00" + x.App + "\x00" + x.Demand
		}
		method, pattern, _ := strings.Cut(x.Route, " ")
		return x.App + "\x00" + pattern + "\x00" + method + "\x00" + x.Demand
	}
	slices.SortStableFunc(l.Lines, func(a, b LockLine) int { return strings.Compare(key(a), key(b)) })
	l.Lines = slices.CompactFunc(l.Lines, func(a, b LockLine) bool { return key(a) == key(b) })
}

// demand spells what a route asks of a request, and who asks.
func demand(r *routes.Route) string {
	s := string(r.Verdict)
	if r.Verdict == routes.Guarded {
		s = string(r.Level)
		if d := demands(r); len(d) > 0 {
			s += " " + strings.Join(d, ", ")
		}
	}
	if r.Verdict == routes.Public && r.Reason != "" {
		s += " (" + r.Reason + ")"
	}
	var names []string
	for _, g := range r.Guards {
		if n := anonymous.ReplaceAllString(routes.Short(g.Name), ""); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if len(names) > 0 {
		s += " by " + strings.Join(names, ", ")
	}
	if r.Condition != "" {
		s += " if " + r.Condition
	}
	return s
}

// unlined takes positions out of a text.
func unlined(s string) string { return OneLine(lineNumber.ReplaceAllString(s, "$1")) }

var lineNumber = regexp.MustCompile(`(\.go)(:\d+)+`)

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// Write writes the file: a line for each route, its parts separated by tabs.
func (l *Lock) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s\n# What each route demands. Written by guardvet lock; guardvet lock -check compares.\n%s%s\n", lockHead, lockScope, l.Scope)
	for _, x := range l.Lines {
		fmt.Fprintf(out, "%s\t%s\t%s\n", x.Route, x.Demand, x.App)
	}
	return out.Flush()
}

// ReadLock reads what Write wrote. A file of another version and a damaged line, such
// as a conflict of a merge leaves behind, are errors.
func ReadLock(r io.Reader) (*Lock, error) {
	l := new(Lock)
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	headed := false
	for n := 1; in.Scan(); n++ {
		line := strings.TrimRight(in.Text(), "\r")
		switch {
		case n == 1 && line == lockHead:
			headed = true
			continue
		case !headed:
			return nil, fmt.Errorf("line 1: want %q: not a lock file, or one of another version", lockHead)
		case strings.HasPrefix(line, lockScope):
			l.Scope = strings.TrimPrefix(line, lockScope)
			continue
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("line %d: want route, demand and application, separated by tabs", n)
		}
		l.Lines = append(l.Lines, LockLine{Route: f[0], Demand: f[1], App: f[2]})
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	if !headed {
		return nil, fmt.Errorf("it is empty; want %q", lockHead)
	}
	l.sort()
	return l, nil
}
