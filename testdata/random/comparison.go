package random

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/testdata/random/ask"
)

// A comparison is of what guardvet says of one route with the answers to nobody, a
// user and an administrator.
type comparison struct {
	program *Program
	places  places
	found   []Found
	answers []ask.Answer
	unsure  bool // nobody can know whether the route is registered
	faults  []fault
}

type fault struct{ kind, what string }

func (c *comparison) fault(kind, format string, args ...any) {
	c.faults = append(c.faults, fault{kind, fmt.Sprintf(format, args...)})
}

func (c *comparison) compare() {
	for _, a := range c.answers {
		if a.Panic != "" {
			c.fault("panic", "%s", a.Panic)
			return
		}
	}
	if len(c.found) != 1 {
		c.fault(fmt.Sprintf("found %d times", len(c.found)), "the server says %s", c.all())
		return
	}
	f := c.found[0]
	if strings.HasPrefix(f.App, "(") {
		c.fault("not served", "app %s", f.App)
		return
	}
	c.chain(f)
	switch {
	case f.Condition != "" && !c.unsure:
		c.fault("condition", "only if %s", f.Condition)
	case f.Condition == "" && c.unsure && f.Verdict != "unknown":
		c.fault("no condition", "though it depends on the environment: %s", f.Verdict)
	}
	c.verdict(f)
}

// chain compares the chain with the marks that the administrator's request left.
func (c *comparison) chain(f Found) {
	chain, admin := c.places.marks(f.Chain), c.answers[2]
	if !begins(chain, admin.Marks) || passed(admin) && len(chain) != len(admin.Marks) {
		c.fault("chain", "it is %v, the administrator is answered %s", chain, c.told(admin))
	}
}

// verdict compares the verdict, the level and the status of the denial.
func (c *comparison) verdict(f Found) {
	nobody := c.answers[0]
	switch {
	case c.knowable(f, unread) && f.Verdict == "unknown":
		c.fault("unknown", "%s; the server says %s", f.Reason, c.all())
	case f.Verdict == "unknown":
	case f.Verdict == "guarded" && passed(nobody):
		c.fault("falsely guarded", "nobody passes: %s", c.told(nobody))
	case f.Verdict == "guarded":
		c.level(f)
	case !passed(nobody):
		c.fault("falsely "+f.Verdict, "nobody is refused: %s", c.told(nobody))
	}
}

// level compares the level and the status of the denial of a route that is
// guarded.
func (c *comparison) level(f Found) {
	nobody, user, admin := c.answers[0], c.answers[1], c.answers[2]
	if !c.denies(f, nobody) {
		c.fault("status", "nobody is answered %s, which is not among %v", c.told(nobody), f.Guards)
	}
	switch {
	case !c.knowable(f, unread) && (f.Level == "authn" || f.Level == "authz"): // the function may ask for anything
	case f.Level == "authz" && passed(user):
		c.fault("falsely authz", "the user passes: %s", c.told(user))
	case f.Level == "authz" && !c.denies(f, user):
		c.fault("status", "the user is answered %s, which is not among %v", c.told(user), f.Guards)
	case f.Level == "authn" && !passed(user) && passed(admin):
		c.fault("falsely authn", "the user is refused and the administrator is not: %s", c.told(user))
	case f.Level != "authn" && f.Level != "authz":
		c.fault("level", "guarded at level %s", f.Level)
	}
}

// knowable reports whether no function that the route passes, or may pass, is one
// of those behaviours of which nobody can know what they do.
func (c *comparison) knowable(f Found, unknowable []string) bool {
	for _, mark := range append(c.places.marks(f.Chain), c.answers[2].Marks...) {
		if fn := c.program.function(mark); fn != nil && slices.Contains(unknowable, fn.Behaviour) {
			return false
		}
	}
	return true
}

// told tells what happened to a request, and what the functions are that it passed.
func (c *comparison) told(a ask.Answer) string {
	out := []string{strconv.Itoa(a.Status), "after"}
	for _, m := range a.Marks {
		out = append(out, c.program.describe(m))
	}
	return strings.Join(out, " ")
}

// all tells what happened to all requests.
func (c *comparison) all() string {
	var out []string
	for _, a := range c.answers {
		out = append(out, c.told(a))
	}
	return strings.Join(out, " | ")
}

// passed reports whether the handler acted.
func passed(a ask.Answer) bool { return a.Acted }

// begins reports whether the chain begins with the marks.
func begins(chain, marks []string) bool {
	return len(marks) <= len(chain) && slices.Equal(chain[:len(marks)], marks)
}

// denies reports whether guardvet says that a guard is there that refused as the
// request was. Where middleware has answered before and gone on, the status on the
// wire is its one, and the guard is known by its place only.
func (c *comparison) denies(f Found, a ask.Answer) bool {
	last := len(a.Marks) - 1
	if last < 0 {
		return false
	}
	for _, g := range f.Guards {
		if c.places.at(g.Position) == a.Marks[last] && (slices.Contains(g.Denies, a.Status) || c.answered(a)) {
			return true
		}
	}
	return false
}

// answered reports whether the status of an answer is that of middleware which
// answers and goes on.
func (c *comparison) answered(a ask.Answer) bool {
	return slices.ContainsFunc(a.Marks[:len(a.Marks)-1], func(mark string) bool {
		f := c.program.function(mark)
		return f != nil && f.Behaviour == "forget" && f.Status == a.Status
	})
}
