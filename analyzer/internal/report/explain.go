package report

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"sort"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Explain writes, in order, every step that a request passes on a route, which
// of them can refuse it, on what condition, and where each is attached and written.
func Explain(w io.Writer, r *routes.Route) {
	fmt.Fprintf(w, "%s %s%s\n", r.Method, r.Host, r.Pattern)
	fmt.Fprintf(w, "  registered at %s", r.Position)
	if r.Closed != r.Position {
		fmt.Fprintf(w, ", served at %s", r.Closed)
	}
	fmt.Fprintln(w)
	if r.Condition != "" {
		fmt.Fprintf(w, "  only if %s\n", r.Condition)
	}
	fmt.Fprintln(w)
	for i, s := range r.Chain {
		explainStep(w, i+1, s)
	}
	fmt.Fprintln(w)
	fmt.Fprintf(w, "  %s\n", conclusion(r))
}

func explainStep(w io.Writer, n int, s routes.Step) {
	name := Short(s.Name)
	if name == "" {
		name = "(a function that is not known)"
	}
	fmt.Fprintf(w, "%3d. %s", n, name)
	if s.Role != "" {
		fmt.Fprintf(w, "  [%s]", s.Role)
	}
	fmt.Fprintln(w)
	if s.Attached.File != "" {
		fmt.Fprintf(w, "       attached at %s\n", s.Attached)
	}
	if s.Position.File != "" {
		fmt.Fprintf(w, "       written at  %s\n", s.Position)
	}
	if s.Condition != "" {
		fmt.Fprintf(w, "       only if %s\n", s.Condition)
	}
	for _, x := range s.Exits {
		fmt.Fprintf(w, "       answers %s", status(x.Status))
		if x.Condition != "" {
			fmt.Fprintf(w, " if %s", x.Condition)
		}
		if x.Auth {
			fmt.Fprintf(w, "  (%s)", x.Kind)
		}
		if x.Position.File != "" {
			fmt.Fprintf(w, "  %s", x.Position)
		}
		fmt.Fprintln(w)
	}
	for _, note := range s.Notes {
		fmt.Fprintf(w, "       note: %s\n", note)
	}
}

func status(code int) string {
	switch {
	case code == 0:
		return "nothing"
	case code < 0:
		return "an unknown status"
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s", code, http.StatusText(code)))
}

func conclusion(r *routes.Route) string {
	switch r.Verdict {
	case routes.Guarded:
		what := "whoever proves who they are passes"
		if r.Level == routes.Authz {
			what = "only who is allowed to passes"
			var roles []string
			for _, g := range r.Guards {
				roles = append(roles, g.Demands...)
			}
			if len(roles) > 0 {
				what += ": " + strings.Join(roles, ", ")
			}
		}
		return "guarded (" + string(r.Level) + "): " + what
	case routes.Public:
		return "public: " + r.Reason
	case routes.Unknown:
		return "unknown: " + r.Reason
	}
	return "unguarded: everybody passes"
}

// Find returns the routes that a description means: "DELETE /users/{id}", a
// pattern alone, or a path that a pattern matches.
func Find(t *routes.Table, what string) []*routes.Route {
	method, pattern := splitRoute(what)
	var exact, matching []*routes.Route
	for _, r := range t.Routes {
		if method != "" && r.Method != method && r.Method != "*" {
			continue
		}
		switch {
		case r.Pattern == pattern || r.Host+r.Pattern == pattern:
			exact = append(exact, r)
		case matches(r.Pattern, pattern):
			matching = append(matching, r)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return matching
}

func splitRoute(what string) (method, pattern string) {
	what = strings.TrimSpace(what)
	if m, p, ok := strings.Cut(what, " "); ok {
		return strings.ToUpper(m), strings.TrimSpace(p)
	}
	return "", what
}

// matches reports whether a path could be one of a pattern's: parameters match a
// segment, a final wildcard matches the rest.
func matches(pattern, path string) bool {
	p := strings.Split(strings.Trim(pattern, "/"), "/")
	s := strings.Split(strings.Trim(path, "/"), "/")
	for i, seg := range p {
		if strings.HasPrefix(seg, "*") || strings.HasPrefix(seg, "{") && strings.HasSuffix(seg, "...}") {
			return true
		}
		if i >= len(s) {
			return false
		}
		if !strings.ContainsAny(seg, "{:") && seg != s[i] {
			return false
		}
	}
	return len(p) == len(s)
}

// Nearest lists the routes most like one that does not exist, for a message.
func Nearest(t *routes.Table, what string) string {
	method, pattern := splitRoute(what)
	type scored struct {
		name  string
		score int
	}
	var list []scored
	for _, r := range t.Routes {
		d := distance(strings.ToLower(r.Pattern), strings.ToLower(pattern))
		if method != "" && r.Method != method {
			d++
		}
		list = append(list, scored{r.Method + " " + r.Pattern, d})
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].score < list[j].score })
	var names []string
	for _, s := range list {
		if !slices.Contains(names, s.name) {
			names = append(names, s.name)
		}
		if len(names) == 3 {
			break
		}
	}
	if len(names) == 0 {
		return "; no routes were found"
	}
	return "; the nearest: " + strings.Join(names, ", ")
}

// distance is Levenshtein's.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, last+1)
		}
	}
	return row[len(b)]
}
