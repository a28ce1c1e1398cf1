package table

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A handler may write the path of a request anew before it hands it to a router, which then
// looks at that. The routes are listed by the paths that clients send.

// A span is a pattern, and whether it stands for all below it.
type span struct {
	pattern string
	below   bool
}

// listed is where a route is listed. That its path was written anew matters to who looks at
// that: to a router, or a handler that tells paths apart. Any other has been found already.
func (c context) listed() span {
	if c.sent != nil {
		return *c.sent
	}
	return span{c.pattern(), c.isPrefix}
}

// behind is the context of what a handler hands requests to when it has cut so much off their
// path.
func (c context) behind(cut string) context {
	if cut == "" {
		return c
	}
	c.mounted = ""
	path, written := guard.Wholly(cut)
	switch {
	case written:
		c.instead = path
	case cut == guard.AnyCut:
		if c.sent == nil {
			c.sent = &span{c.pattern(), c.isPrefix}
		}
		c.base = value.Concat(value.String(strings.TrimSuffix(cutWildcard(c.pattern()), "/")), value.Hole("path"))
		c.prefix, c.stripped = c.base, c.base.String()
		c.full, c.isPrefix = value.Concat(c.base, value.String("/")), true
	default:
		c.base = value.Concat(c.base, value.String(cut))
		c.stripped += cut
	}
	return c
}

// meant reports whether an entry may be the one for the path that a handler has written.
func (c context) meant(e *evaluate.Entry) bool {
	pattern, known := e.Pattern.Known()
	if c.instead == "" || !known {
		return true
	}
	start := cutWildcard(pattern)
	if start != pattern || e.Prefix || strings.HasSuffix(pattern, "/") {
		return strings.HasPrefix(c.instead, start)
	}
	return c.instead == pattern
}
