package driver

import (
	"bytes"
	"io"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/report"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// TestTerminal checks when findings are laid out for the eye, and when in colour.
func TestTerminal(t *testing.T) {
	defer func(was func(io.Writer) bool) { isTerminal = was }(isTerminal)
	f := report.Findings{Sources: report.NewSources(t.TempDir()), List: []report.Finding{{
		Rule: "unguarded", Position: routes.Position{File: "a.go", Line: 1, Column: 2}, Message: "unguarded: m", Confidence: "high",
	}}}
	const plain, color = "a.go:1:2: unguarded: m\n", "\x1b["
	for _, test := range []struct {
		name                      string
		terminal, quiet           bool
		format, noColor, termName string
		wantPlain, wantColor      bool
	}{
		{name: "terminal", terminal: true, format: "text", wantColor: true},
		{name: "NO_COLOR", terminal: true, format: "text", noColor: "1"},
		{name: "dumb", terminal: true, format: "text", termName: "dumb"},
		{name: "quiet", terminal: true, quiet: true, format: "text", wantPlain: true},
		{name: "pipe", format: "text", wantPlain: true},
		{name: "other format", terminal: true, format: "github"},
	} {
		t.Run(test.name, func(t *testing.T) {
			isTerminal = func(io.Writer) bool { return test.terminal }
			t.Setenv("NO_COLOR", test.noColor)
			t.Setenv("TERM", test.termName)
			var out bytes.Buffer
			e := &env{stdout: &out}
			if err := e.writeFindings(options{format: test.format, quiet: test.quiet}, f); err != nil {
				t.Fatal(err)
			}
			if got := out.String() == plain; got != test.wantPlain {
				t.Errorf("plain lines: %t, want %t: %q", got, test.wantPlain, out.String())
			}
			if got := strings.Contains(out.String(), color); got != test.wantColor {
				t.Errorf("colour: %t, want %t: %q", got, test.wantColor, out.String())
			}
		})
	}
}

func TestVersion(t *testing.T) {
	var out bytes.Buffer
	e := &env{stdout: &out}
	writeVersion(e, &debug.BuildInfo{
		GoVersion: "go1.26.8", Main: debug.Module{Path: "example.com/x", Version: "v1.2.3", Sum: "h1:abc="},
		Deps: []*debug.Module{{Path: "golang.org/x/tools", Version: "v0.52.0"}, {Path: "golang.org/x/mod", Version: "v0.42.0"}},
		Settings: []debug.BuildSetting{
			{Key: "vcs.revision", Value: "0123"}, {Key: "CGO_ENABLED", Value: "1"}, {Key: "GOOS", Value: "linux"},
		},
	})
	const want = `guardvet v1.2.3
go 1.26.8
module example.com/x h1:abc=
golang.org/x/tools v0.52.0
vcs.revision 0123
GOOS linux
facts `
	if !strings.HasPrefix(out.String(), want) || !strings.Contains(out.String(), "\nfingerprints guardvet/v1\n") {
		t.Errorf("got\n%s", out.String())
	}
	out.Reset()
	if code := version(e, nil); code != exitClean || !strings.HasPrefix(out.String(), "guardvet ") {
		t.Errorf("exit %d, %q", code, out.String())
	}
	out.Reset()
	if writeVersion(e, &debug.BuildInfo{}); !strings.HasPrefix(out.String(), "guardvet of an unknown build\nfacts ") {
		t.Errorf("%q", out.String())
	}
}
