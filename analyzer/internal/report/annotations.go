package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Annotations writes findings as GitHub's workflow commands, which show them beside
// the lines of a pull request. Files are named from the root of the repository. What
// was found with high confidence is an error, with medium a warning, else a notice.
//
// Source: docs.github.com, "Workflow commands for GitHub Actions"; the escapes are
// those of actions/toolkit, packages/core/src/command.ts.
func Annotations(w io.Writer, f Findings) error {
	for _, x := range f.List {
		name, _ := f.Sources.InRepository(x.Position.File)
		message := strings.TrimPrefix(x.Message, x.Rule+": ") // the title says it
		for _, r := range x.Related {
			at, _ := f.Sources.InRepository(r.Position.File)
			message += fmt.Sprintf("\n%s:%d: %s", at, r.Position.Line, r.Message)
		}
		where := ""
		if x.Position.File != "" {
			where = fmt.Sprintf("file=%s,line=%d,col=%d,", property(name), x.Position.Line, f.Sources.column(x.Position))
		}
		if _, err := fmt.Fprintf(w, "::%s %stitle=%s::%s\n", command(x.Confidence), where, property("guardvet "+x.Rule), data(message)); err != nil {
			return err
		}
	}
	return nil
}

func command(c rule.Confidence) string {
	switch c {
	case rule.High:
		return "error"
	case rule.Medium:
		return "warning"
	}
	return "notice"
}

// data escapes the text of a workflow command, property the value of one of its properties.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(s))
}
