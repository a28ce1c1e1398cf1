package report

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Explain writes, in order, every step that a request passes on a route, which
// of them can end it, on what condition, and where each is attached and written.
func Explain(w io.Writer, r *routes.Route) {
	say(w, "%s", title(r))
	registered := fmt.Sprintf("  registered at %s", r.Position)
	if r.Closed.File != "" && r.Closed != r.Position {
		registered += fmt.Sprintf(", served at %s", r.Closed)
	}
	say(w, "%s", registered)
	if s := remarks(r); s != "" {
		say(w, "  %s", s)
	}
	for i, s := range r.Chain {
		if i == 0 {
			say(w, "")
		}
		explainStep(w, i+1, s)
	}
	say(w, "")
	say(w, "  %s", conclusion(r))
	for _, code := range []int{http.StatusUnauthorized, http.StatusForbidden} {
		if steps := answering(r, code); len(steps) > 0 {
			say(w, "  %d comes from step %s", code, strings.Join(steps, ", "))
		}
	}
}

// say writes one line, whatever the texts of the program hold that are in it.
func say(w io.Writer, format string, args ...any) {
	fmt.Fprintln(w, printable(fmt.Sprintf(format, args...)))
}

const unknownFunction = "a function that is not known"

func explainStep(w io.Writer, n int, s routes.Step) {
	name := routes.Short(s.Name)
	if name == "" {
		name = unknownFunction
	}
	if s.Role != "" {
		name += " [" + s.Role + "]"
	}
	say(w, "%3d. %s", n, name)
	line := func(format string, args ...any) { say(w, "       "+format, args...) }
	if s.Attached.File != "" {
		line("attached at %s", s.Attached)
	}
	if s.Position.File != "" {
		line("written at  %s", s.Position)
	}
	if s.Condition != "" {
		line("only if %s", s.Condition)
	}
	for _, x := range s.Exits {
		line("%s", exit(x))
	}
	for _, note := range s.Notes {
		line("note: %s", note)
	}
}

// exit says how a step ends the request: what it answers, when, and by whose word.
func exit(x routes.Exit) string {
	s := "answers " + status(x.Status)
	if x.Via == "panic" {
		s = "panics"
	}
	if x.Condition != "" {
		s += " if " + x.Condition
	}
	if x.Auth {
		s += " (" + string(x.Kind) + ")"
	}
	if x.Position.File != "" {
		s += ", " + x.Position.String()
	}
	return s
}

func status(code int) string {
	switch {
	case code == 0:
		return "without setting a status"
	case code < 0:
		return "with a status that is not known"
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s", code, http.StatusText(code)))
}

// conclusion says who may pass.
func conclusion(r *routes.Route) string {
	switch {
	case r.Verdict == routes.Guarded && r.Level == routes.Authz:
		who := "whom the guards allow"
		if d := demands(r); len(d) > 0 {
			who = "who is allowed: " + strings.Join(d, ", ")
		}
		return "guarded (authz): passes only " + who
	case r.Verdict == routes.Guarded:
		return "guarded (" + string(r.Level) + "): passes whoever proves who they are"
	case r.Verdict == routes.Public && r.Reason == "":
		return "public: everybody passes, by a comment without a reason"
	case r.Verdict == routes.Public:
		return "public: everybody passes (" + r.Reason + ")"
	case r.Verdict == routes.Unknown:
		return "unknown: " + r.Reason
	}
	return "unguarded: everybody passes"
}

func demands(r *routes.Route) []string {
	var out []string
	for _, g := range r.Guards {
		for _, d := range g.Demands {
			if !slices.Contains(out, d) {
				out = append(out, d)
			}
		}
	}
	return out
}

// answering lists the numbers of the steps that can answer a status.
func answering(r *routes.Route, code int) []string {
	var out []string
	for i, s := range r.Chain {
		if slices.ContainsFunc(s.Exits, func(x routes.Exit) bool { return x.Status == code }) {
			out = append(out, fmt.Sprint(i+1))
		}
	}
	return out
}
