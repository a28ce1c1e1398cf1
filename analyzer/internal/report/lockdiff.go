package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A Change is a route whose demands are not what they were. Was is empty for a new
// route, Now for one that is gone.
type Change struct {
	Route, App string
	Was, Now   string
	Position   routes.Position // where it is registered now
}

// Compare lists what changed between two locks, in their order.
func Compare(was, now *Lock) []Change {
	type key struct{ route, app string }
	keyOf := func(x LockLine) key {
		if x.Route == incomplete { // each is a thing of its own
			return key{x.Route + " " + x.Demand, x.App}
		}
		return key{x.Route, x.App}
	}
	old, current := map[key][]LockLine{}, map[key][]LockLine{}
	both := &Lock{Lines: slices.Concat(was.Lines, now.Lines)}
	both.sort()
	for _, x := range was.Lines {
		old[keyOf(x)] = append(old[keyOf(x)], x)
	}
	for _, x := range now.Lines {
		current[keyOf(x)] = append(current[keyOf(x)], x)
	}
	var out []Change
	done := map[key]bool{}
	for _, x := range both.Lines {
		k := keyOf(x)
		if done[k] {
			continue
		}
		done[k] = true
		c := Change{Route: x.Route, App: x.App, Was: together(old[k]), Now: together(current[k])}
		if len(current[k]) > 0 {
			c.Position = current[k][0].Position
		}
		if c.Was != c.Now {
			out = append(out, c)
		}
	}
	return out
}

// together joins the demands of registrations of one route, as of two that exclude
// each other by a condition.
func together(list []LockLine) string {
	var out []string
	for _, x := range list {
		out = append(out, x.Demand)
	}
	return strings.Join(out, " / ")
}

// String tells a change in words.
func (c Change) String() string {
	if c.Route == incomplete {
		if c.Now == "" {
			return fmt.Sprintf("%s: followed again: %s", c.App, c.Was)
		}
		return fmt.Sprintf("%s: no longer followed: %s", c.App, c.Now)
	}
	switch {
	case c.Was == "":
		return c.Route + ": new, " + c.Now
	case c.Now == "":
		return c.Route + ": gone, was " + c.Was
	}
	return fmt.Sprintf("%s: was %s, now %s", c.Route, c.Was, c.Now)
}

// Changes writes changes, a line each, and how many there are of which kind.
func Changes(w io.Writer, list []Change) error {
	var b strings.Builder
	apps := map[string]bool{}
	for _, c := range list {
		apps[c.App] = true
	}
	var added, gone, weaker, stronger, other int
	for _, c := range list {
		line := c.String()
		if len(apps) > 1 && c.Route != incomplete {
			line += " [" + c.App + "]"
		}
		if c.Position.File != "" {
			line += " (" + c.Position.String() + ")"
		}
		say(&b, "%s", line)
		switch before, after := strength(c.Was), strength(c.Now); {
		case c.Route == incomplete:
			other++
		case c.Was == "":
			added++
		case c.Now == "":
			gone++
		case after < before:
			weaker++
		case after > before:
			stronger++
		default:
			other++
		}
	}
	if len(list) > 0 {
		fmt.Fprintf(&b, "\nchanges %d: weaker %d, stronger %d, new %d, gone %d, other %d\n", len(list), weaker, stronger, added, gone, other)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// strength ranks demands by how much they ask; of several it takes the least. What is
// unknown may ask nothing.
func strength(demand string) int {
	least := 3
	for s := range strings.SplitSeq(demand, " / ") {
		level, _, _ := strings.Cut(s, " ")
		rank := map[string]int{string(routes.Authz): 3, string(routes.Authn): 2, string(routes.Conditional): 1}[level]
		least = min(least, rank)
	}
	return least
}
