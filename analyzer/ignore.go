package analyzer

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/catalogue"
	"github.com/guardvet/guardvet/analyzer/internal/spelling"
)

// ignored reports whether a comment "//guardvet:ignore rule reason" on the line of a
// finding, or on the line above, says that the finding is known. One without a reason
// says nothing.
func ignored(t *routes.Table, rule string, at routes.Position) bool {
	return slices.ContainsFunc(t.Comments, func(c routes.Comment) bool {
		name, reason, _ := strings.Cut(c.Text, " ")
		return c.Verb == "ignore" && name == rule && strings.TrimSpace(reason) != "" &&
			c.Position.File == at.File && c.Line == at.Line
	})
}

// wrongIgnore says what is the matter with the text of a comment guardvet:ignore.
func wrongIgnore(text string) string {
	name, reason, _ := strings.Cut(text, " ")
	switch hint := spelling.Suggest(name, "rules", catalogue.Names()); {
	case name == "":
		return "guardvet:ignore is followed by the name of a rule and the reason"
	case hint != "":
		return "there is no rule " + name + " to ignore" + hint
	case strings.TrimSpace(reason) == "":
		return "guardvet:ignore " + name + " needs a reason"
	}
	return ""
}
