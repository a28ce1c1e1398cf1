package report

import (
	"io"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/catalogue"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

const homepage = "https://github.com/guardvet/guardvet"

// SARIF writes findings in the Static Analysis Results Interchange Format, version
// 2.1.0 (OASIS), with the rules and their help, the story of each finding as a code
// flow, its fixes, and fingerprints. Files are named from the root of the repository.
func SARIF(w io.Writer, f Findings) error {
	if err := sarifLog(f).PrettyWrite(w); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func sarifLog(f Findings) *sarif.Report {
	run := sarif.NewRunWithInformationURI("guardvet", homepage)
	if f.Version != "" {
		run.Tool.Driver.WithVersion(f.Version)
	}
	run.WithColumnKind("unicodeCodePoints")
	run.AddInvocation(invocation(f.Trouble))
	for _, r := range catalogue.Rules {
		run.Tool.Driver.AddRule(descriptor(r))
	}
	for _, x := range f.List {
		run.AddResult(sarifResult(x, f.Sources))
	}
	return sarif.NewReport().AddRun(run)
}

// invocation says whether everything was analysed, and what was not.
func invocation(trouble []string) *sarif.Invocation {
	out := sarif.NewInvocation().WithExecutionSuccessful(len(trouble) == 0)
	for _, line := range trouble {
		out.AddToolExecutionNotification(sarif.NewNotification().WithLevel("error").WithMessage(sarif.NewTextMessage(line)))
	}
	return out
}

// descriptor describes a rule. Tags are as GitHub's code scanning reads them.
func descriptor(r *rule.Rule) *sarif.ReportingDescriptor {
	help := r.Text + "\n\n" + r.Why + "\n\nReported:\n\n" + indent(r.Before) + "\n\nNot reported:\n\n" + indent(r.After) + "\n"
	tags := []string{"security"}
	for cwe := range strings.SplitSeq(r.Category, ", ") {
		tags = append(tags, "external/cwe/"+strings.ToLower(cwe))
	}
	text := func(s string) *sarif.MultiformatMessageString { return sarif.NewMultiformatMessageString().WithText(s) }
	properties := sarif.NewPropertyBag()
	properties.Tags = tags
	return sarif.NewRule(r.Name).WithName(r.Name).
		WithShortDescription(text(r.Title)).
		WithFullDescription(text(r.Text)).
		WithHelp(text(help).WithMarkdown(r.Markdown())).
		WithHelpURI(r.URL).
		WithProperties(properties)
}

func indent(s string) string { return "\t" + strings.ReplaceAll(s, "\n", "\n\t") }

// sarifResult makes a result. Its text is as it is: section 3.11.5 wants braces doubled,
// but viewers replace placeholders only where there are arguments, and would show the
// pattern /users/{{id}}.
func sarifResult(x Finding, s *Sources) *sarif.Result {
	out := sarif.NewRuleResult(x.Rule).
		WithRuleIndex(ruleIndex(x.Rule)).
		WithLevel(level(x.Confidence)).
		WithMessage(sarif.NewTextMessage(x.Message)).
		AddLocation(location(x.Position, "", s)).
		WithPartialFingerprints(map[string]string{FingerprintName: x.Fingerprint})
	properties := sarif.NewPropertyBag()
	properties.Properties = sarif.Properties{"confidence": string(x.Confidence), "subject": x.Subject}
	out.WithProperties(properties)
	story := sarif.NewThreadFlow().AddLocation(sarif.NewThreadFlowLocation().WithLocation(location(x.Position, x.Message, s)))
	for i, r := range x.Related {
		at := location(r.Position, r.Message, s)
		story.AddLocation(sarif.NewThreadFlowLocation().WithLocation(at))
		out.AddRelatedLocation(location(r.Position, r.Message, s).WithID(i + 1))
	}
	if len(x.Related) > 0 {
		out.AddCodeFlow(sarif.NewCodeFlow().AddThreadFlow(story))
	}
	for _, fix := range x.Fixes {
		out.AddFixe(sarifFix(fix, s))
	}
	return out
}

func ruleIndex(name string) int {
	for i, r := range catalogue.Rules {
		if r.Name == name {
			return i
		}
	}
	return -1
}

// level is what a viewer shows a finding as: how sure it is.
func level(c rule.Confidence) string {
	switch c {
	case rule.High:
		return sarif.LevelError
	case rule.Medium:
		return sarif.LevelWarning
	}
	return sarif.LevelNote
}

// location is a place; without a file it is none in particular.
func location(p routes.Position, message string, s *Sources) *sarif.Location {
	out := sarif.NewLocation()
	if message != "" {
		out.WithMessage(sarif.NewTextMessage(message))
	}
	if p.File == "" {
		return out
	}
	region := sarif.NewRegion().WithStartLine(p.Line).WithStartColumn(s.column(p))
	return out.WithPhysicalLocation(sarif.NewPhysicalLocation().
		WithArtifactLocation(sarif.NewSimpleArtifactLocation(s.uri(p.File))).WithRegion(region))
}

// sarifFix groups the edits of a fix by file, in the order of the files' first edits.
func sarifFix(fix Fix, s *Sources) *sarif.Fix {
	out := sarif.NewFix().WithDescription(sarif.NewTextMessage(fix.Message))
	changes := map[string]*sarif.ArtifactChange{}
	for _, e := range fix.Edits {
		c := changes[e.Filename]
		if c == nil {
			c = sarif.NewArtifactChange().WithArtifactLocation(sarif.NewSimpleArtifactLocation(s.uri(e.Filename)))
			changes[e.Filename] = c
			out.AddArtifactChange(c)
		}
		from, to := s.offset(e.Filename, e.Start), s.offset(e.Filename, e.End)
		region := sarif.NewRegion().WithStartLine(from.Line).WithStartColumn(s.column(from)).WithEndLine(to.Line).WithEndColumn(s.column(to))
		c.AddReplacement(sarif.NewReplacement().WithDeletedRegion(region).WithInsertedContent(sarif.NewArtifactContent().WithText(e.New)))
	}
	return out
}
