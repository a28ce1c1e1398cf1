package weakguard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
)

// reading are words by which the last part of a path says that something is asked for: getConf, search_tags, batchGetTags.
var reading = []string{"check", "count", "fetch", "find", "get", "list", "lookup", "ls", "query", "read", "render", "search", "show", "view"}

// changes reports whether a route may change state. Some programs send everything by POST, and say by the name of
// the call which of them are only read. A word alone may be a thing: who sends POST to /list may make one.
func changes(r *routes.Route) bool {
	if r.Method != "POST" {
		return peers.ChangesState(r.Method)
	}
	name := words(strings.TrimPrefix(r.Pattern[strings.LastIndexByte(r.Pattern, '/')+1:], "batch"))
	return len(name) < 2 || !slices.Contains(reading, name[0])
}
