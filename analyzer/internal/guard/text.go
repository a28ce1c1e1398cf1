package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A refusal says a word beside its number, and people read the word.

// words are those that belong to one status, and are wrong beside the other one (RFC 9110
// sections 15.5.2 and 15.5.4).
var words = map[int][]string{
	401: {"unauthorized", "unauthorised", "unauthenticated", "not authenticated", "authentication required", "login required", "not logged in"},
	403: {"forbidden", "permission denied", "not permitted", "insufficient permission", "insufficient scope"},
}

// otherWord is what a text says that belongs to the other status, if it says nothing that
// belongs to this one.
func otherWord(status int, text string) string {
	other := 401 + 403 - status
	text = strings.ToLower(text)
	for _, w := range words[status] {
		if strings.Contains(text, w) {
			return ""
		}
	}
	for _, w := range words[other] {
		if strings.Contains(text, w) {
			return w
		}
	}
	return ""
}

// noteText notes that a call answers with a status and says the word of the other one.
func (c *effectCall) noteText(in *program.Instr) {
	status := c.e.StatusIs
	if s, ok := c.arg(c.e.Status); ok {
		status = c.statusOf(s)
	}
	if status != 401 && status != 403 {
		return
	}
	for _, a := range c.args {
		t, ok := value.Deref(a.v).(value.Text)
		if !ok || a.lab != 0 {
			continue
		}
		text, _ := t.Known()
		if w := otherWord(status, text); w != "" {
			c.texts[line{in.Pos.File, in.Pos.Line}] = w
		}
	}
}

// line is a line of a file.
type line struct {
	file string
	line int
}

// misspoken finds refusals whose text says the word of the other status.
func (j *judge) misspoken(found []fault) []fault {
	var out []fault
	for _, f := range j.enforcing {
		for _, e := range f.stops {
			w, ok := j.run.texts[line{e.site.File, e.site.Line}]
			if !ok || e.again || confusedAt(found, e.site) {
				continue
			}
			out = append(out, fault{routes.Fault{
				Kind: routes.Status, Func: f.c.fn, Detail: routes.Word, Status: e.status, Condition: w, Position: pos(e.site),
			}, f.c.layer})
		}
	}
	return out
}

// confusedAt reports whether the status itself is known to be wrong at a place.
func confusedAt(list []fault, site program.Pos) bool {
	for _, f := range list {
		if f.Position == pos(site) {
			return true
		}
	}
	return false
}
