package routes

import "strings"

// Settings are what an application says about itself in its configuration file.
type Settings struct {
	File   string // where it stands, for messages
	Public []PublicEntry
	Guards []DeclaredGuard
	Roles  []string // weakest first
	Policy []Statement
	// Enable and Disable name rules.
	Enable, Disable []string
}

// A PublicEntry says that routes are meant to be open.
type PublicEntry struct {
	Route    Selector
	Reason   string
	Position Position
}

// A DeclaredGuard says of a function what its body does not show.
type DeclaredGuard struct {
	Func     string // symbol
	Level    Level  // Authn or Authz
	Demands  []string
	Position Position
}

// A Statement is a demand that every route of some kind must make.
type Statement struct {
	Routes   Selector
	Demand   Demand
	Reason   string
	Position Position
}

// A Demand is the least that a route must ask for.
type Demand struct {
	Level Level
	Role  string // a role, scope or permission; with Authz only
}

// String spells the demand as in the configuration file.
func (d Demand) String() string {
	if d.Role != "" {
		return "role " + d.Role
	}
	return string(d.Level)
}

// A Selector names routes by method and pattern. The pattern may end in "/**", which
// stands for everything below and the path itself; a segment "*" stands for any one,
// and so does a parameter for parameters.
type Selector struct {
	Methods []string // none for all
	Pattern string   // empty for all
}

// String spells the selector as in the configuration file.
func (s Selector) String() string {
	return strings.TrimSpace(strings.Join(s.Methods, ",") + " " + s.Pattern)
}

// Within reports whether all requests of a route are among those selected.
func (s Selector) Within(r *Route) bool {
	return (len(s.Methods) == 0 || s.has(r.Method)) && s.path(r)
}

// Touches reports whether a route serves any method of the selected paths.
func (s Selector) Touches(r *Route) bool {
	return (len(s.Methods) == 0 || r.Method == "*" || s.has(r.Method)) && s.path(r)
}

func (s Selector) has(method string) bool {
	for _, m := range s.Methods {
		if m == method {
			return true
		}
	}
	return false
}

func (s Selector) path(r *Route) bool {
	if s.Pattern == "" || s.Pattern == r.Pattern {
		return true
	}
	below, cut := r.BelowBase()
	return s.matches(r.Pattern, r.Subtree) || cut && s.matches(below, r.Subtree)
}

func (s Selector) matches(pattern string, subtree bool) bool {
	want, all := strings.CutSuffix(s.Pattern, "/**")
	ours, theirs := segments(want), segments(pattern)
	if len(theirs) < len(ours) || len(theirs) > len(ours) && !all || subtree && !all {
		return false
	}
	for i, seg := range ours {
		if seg != "*" && seg != theirs[i] && !(isParameter(seg) && isParameter(theirs[i])) {
			return false
		}
	}
	return true
}

// segments takes a pattern apart; a slash at its end makes no difference.
func segments(pattern string) []string {
	pattern = strings.TrimSuffix(strings.Trim(pattern, "/"), "{$}")
	if pattern = strings.TrimSuffix(pattern, "/"); pattern == "" {
		return nil
	}
	return strings.Split(pattern, "/")
}

// isParameter reports whether a segment stands for any one, however the framework
// spells that.
func isParameter(segment string) bool {
	return segment != "" && strings.ContainsRune("{:<", rune(segment[0]))
}
