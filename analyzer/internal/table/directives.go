package table

import (
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/public"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/spelling"
)

// place is a line of a file.
type place struct {
	file string
	line int
}

// The verbs of directives.
var verbs = []string{"guard", "ignore", "public"}

// directives are the comments of the program, and what the settings add to them.
type directives struct {
	public    map[place]int  // by the line that they are about
	named     map[string]int // by function symbol
	guards    map[string]routes.DeclaredGuard
	described map[string][]program.Directive // what handlers' comments declare of routes, by symbol
	comments  []routes.Comment
	settings  *routes.Settings
	matched   map[routes.Position]bool // entries of the settings that stand for a route
}

// readDirectives indexes the //guardvet: comments.
func readDirectives(list []program.Directive, settings *routes.Settings) *directives {
	d := &directives{
		public: map[place]int{}, named: map[string]int{}, guards: map[string]routes.DeclaredGuard{}, described: map[string][]program.Directive{},
		settings: settings, matched: map[routes.Position]bool{},
	}
	for _, c := range list {
		if c.Verb == program.DeclaresRoute || c.Verb == program.DeclaresSecurity {
			d.described[c.Func] = append(d.described[c.Func], c)
			continue
		}
		i := len(d.comments)
		comment := routes.Comment{Position: position(c.Pos), Verb: c.Verb, Text: c.Reason, Line: c.Line}
		switch c.Verb {
		case "public":
			comment.Idle = true // until a route is found
			if c.Func != "" {
				d.named[c.Func] = i
			} else {
				d.public[place{c.Pos.File, c.Line}] = i
			}
		case "guard":
			comment.Wrong = d.guard(c)
		case "ignore":
		default:
			comment.Wrong = "there is no directive guardvet:" + c.Verb
			if near, ok := spelling.Nearest(c.Verb, verbs, 2); ok {
				comment.Wrong += "; did you mean guardvet:" + near + "?"
			}
		}
		d.comments = append(d.comments, comment)
	}
	if settings != nil {
		for _, g := range settings.Guards {
			d.guards[g.Func] = g
		}
	}
	return d
}

// guard reads "//guardvet:guard authn" or "//guardvet:guard authz role..." above a function.
func (d *directives) guard(c program.Directive) (wrong string) {
	f := strings.Fields(c.Reason)
	if c.Func == "" {
		return "guardvet:guard stands above the function that guards"
	}
	if len(f) == 0 || f[0] != string(routes.Authn) && f[0] != string(routes.Authz) {
		return "guardvet:guard is followed by authn or authz, and the roles that are demanded"
	}
	if f[0] == string(routes.Authn) && len(f) > 1 {
		return fmt.Sprintf("a guard that demands %s is one of authz", strings.Join(f[1:], " and "))
	}
	d.guards[c.Func] = routes.DeclaredGuard{Func: c.Func, Level: routes.Level(f[0]), Demands: slices.Sorted(slices.Values(f[1:])), Position: position(c.Pos)}
	return ""
}

// annotation is what says of a route that it is meant to be public: a comment on its
// line, on the line above, or above its handler, or an entry of the settings.
func (d *directives) annotation(r *routes.Route, handler string) *routes.Annotation {
	at, ok := d.named[handler]
	if !ok {
		at, ok = d.public[place{r.Position.File, r.Position.Line}]
	}
	if ok {
		c := &d.comments[at]
		c.Idle = false
		return &routes.Annotation{Position: c.Position, Reason: c.Text}
	}
	if d.settings == nil {
		return nil
	}
	for _, e := range d.settings.Public {
		if e.Route.Within(r) {
			d.matched[e.Position] = true
			return &routes.Annotation{Position: e.Position, Reason: e.Reason}
		}
	}
	return nil
}

// unmatched lists the entries of the settings that say nothing about the program; met
// reports whether a function is called when it serves.
func (d *directives) unmatched(met func(symbol string) bool) []routes.Position {
	if d.settings == nil {
		return nil
	}
	var out []routes.Position
	for _, e := range d.settings.Public {
		if !d.matched[e.Position] {
			out = append(out, e.Position)
		}
	}
	for _, g := range d.settings.Guards {
		if !met(g.Func) {
			out = append(out, g.Position)
		}
	}
	return out
}

// annotate marks a route as public, by an annotation or by evidence. handlerOnly says
// that all but the handler is known to let everybody pass.
func (b *builder) annotate(r *routes.Route, handlerOnly bool) {
	r.Public = b.said.annotation(r, r.Handler)
	if r.Verdict == routes.Unknown && handlerOnly && r.Public == nil {
		if why, known := public.Evidence(r); known { // what its own handler does cannot be followed, and need not be
			r.Verdict, r.Reason, r.Level = routes.Public, why, routes.NoLevel
			r.Guards = []routes.Guard{}
		}
	}
	if r.Verdict != routes.Unguarded {
		return
	}
	if r.Public != nil {
		r.Verdict, r.Reason = routes.Public, r.Public.Reason
		return
	}
	if why, ok := public.Evidence(r); ok {
		r.Verdict, r.Reason = routes.Public, why
	} else if r.Local {
		r.Verdict, r.Reason = routes.Public, "on a socket of the machine"
	}
}
