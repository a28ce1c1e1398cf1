package table

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// leaves makes the routes of one registration: those that its handler tells apart by
// itself, or the one that it is.
func (b *builder) leaves(handler *guard.Summary, c context) {
	if !b.regions(handler, c, false) {
		b.leaf(handler, c)
	}
}

// own makes the routes that a handler serves itself, before it hands requests to
// routers.
func (b *builder) own(handler *guard.Summary, c context) { b.regions(handler, c, true) }

// regions makes a route of every region of a handler; it reports whether there are any.
func (b *builder) regions(handler *guard.Summary, c context, own bool) (found bool) {
	for _, method := range c.methods {
		list, ok := handler.Regions(guard.Target{Method: method, Path: c.path(c.stripped), Pattern: c.pattern(), Routed: true}, own)
		if !ok {
			b.note(c.at, "the handler tells more than 1000 routes apart")
		}
		for _, at := range list {
			found = true
			in := c.region(at)
			in.itself = own
			b.leaf(handler, in)
		}
	}
	return found
}

// region is the context of what a handler serves in one case.
func (c context) region(at guard.Target) context {
	c.methods = []string{at.Method}
	if c.routed = c.pattern(); at.Path == c.path(c.stripped) {
		return c
	}
	path, below := strings.CutSuffix(at.Path, guard.Wildcard)
	switch end := strings.HasSuffix(path, "/"); {
	case below && !end: // it may end within a word
		path += guard.Wildcard
	case !below && end:
		path += "{$}"
	}
	c.full, c.isPrefix, c.sent = value.String(c.stripped+path), below, nil
	return c
}
