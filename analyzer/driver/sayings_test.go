package driver

import (
	"reflect"
	"slices"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/report"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// What the go command prints, as it did when it was recorded with go1.26.
func TestFailures(t *testing.T) {
	for _, test := range []struct {
		name, text    string
		lines, failed []string
	}{
		{name: "nothing"},
		{
			name:   "compiled",
			text:   "# x/a\na/a.go:3:1: one\na/a.go:4:1: two\na/a.go:4:1: too many errors\n# x/b\n./b.go:1:1: three\n",
			lines:  []string{"a/a.go:3:1: one (and 1 more in x/a)", "b.go:1:1: three (in x/b)"},
			failed: []string{"x/a", "x/b"},
		},
		{
			name:   "compiled and vetted",
			text:   "# x/a\na/a.go:3:1: one\n# [x/a]\nvet: ./a/a.go:3:1: one\n",
			lines:  []string{"a/a.go:3:1: one (in x/a)"},
			failed: []string{"x/a"},
		},
		{
			name:  "a test",
			text:  "# x/a [x/a.test]\na/a_test.go:3:1: one\n# x/a_test [x/a.test]\na/b_test.go:3:1: two\n",
			lines: []string{"a/a_test.go:3:1: one (and 1 more in x/a)"},
		},
		{
			name: "a crash",
			text: "# x/dep\npanic: boom\n\ngoroutine 8 [running]:\nmain.main.func1(0x6c66a0?)\n\t../main.go:17 +0x4f\n" +
				"# x/user\nuser/a.go:3:10: could not import x/dep (no package vetx file for \"x/dep\")\n",
			lines: []string{
				"x/dep: guardvet itself failed, which is a bug in it: panic: boom",
				`user/a.go:3:10: could not import x/dep (no package vetx file for "x/dep") (in x/user)`,
			},
			failed: []string{"x/dep", "x/user"},
		},
		{
			name:   "news and complaints",
			text:   "go: downloading x v1\ngo: errors parsing go.mod:\ngo.mod:1: usage: module module/path\n# x/a\na.go:1:1: one\n",
			lines:  []string{"errors parsing go.mod: go.mod:1: usage: module module/path", "a.go:1:1: one (in x/a)"},
			failed: []string{"x/a"},
		},
		{
			name:  "a continued complaint",
			text:  "a.go:3:8: no required module provides package x; to add it:\n\tgo get x\ngo: second\n",
			lines: []string{"a.go:3:8: no required module provides package x; to add it: go get x", "second"},
		},
		{
			name:  "a pattern without packages",
			text:  "go: warning: \"./x/...\" matched no packages\nno packages to vet\n",
			lines: []string{`"./x/..." matched no packages`},
		},
		{
			name:   "warnings of a C compiler",
			text:   "# x/a\n\texit status 1\n",
			failed: []string{"x/a"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			lines, failed := failures(test.text)
			if !slices.Equal(lines, test.lines) {
				t.Errorf("lines %q, want %q", lines, test.lines)
			}
			if !slices.Equal(failed, test.failed) {
				t.Errorf("failed %q, want %q", failed, test.failed)
			}
		})
	}
}

func TestRead(t *testing.T) {
	var r run
	rest := r.read("# x/a\n{}\nnoise {\n"+`{
	"x/b": {"unguarded": [{"posn": "/w/b.go:3:4", "message": "m", "category": "unguarded/high/GET /b",
		"related": [{"posn": "/w/c.go:1:1", "message": "r"}],
		"suggested_fixes": [{"message": "f", "edits": [{"filename": "/w/d.go", "start": 7, "end": 9, "new": "n"}]}]}],
		"guardvet": {"error": "out of\nluck"}}
}
{"x/c": {"guardvet": [{"posn": "/w/c.go:1:1", "message": "guardvet-inventory !"}]}}
{ not JSON
`, options{bases: []string{"/w"}})
	if want := "# x/a\nnoise {\n{ not JSON\n"; rest != want {
		t.Errorf("rest %q, want %q", rest, want)
	}
	if len(r.findings) != 1 || r.findings[0].Position.String() != "b.go:3:4" || r.findings[0].Confidence != "high" || r.findings[0].Subject != "GET /b" ||
		len(r.findings[0].Related) != 1 || r.findings[0].Related[0].Position.String() != "c.go:1:1" {
		t.Errorf("findings %+v", r.findings)
	}
	if want := []report.Fix{{Message: "f", Edits: []report.Edit{{Filename: "/w/d.go", Start: 7, End: 9, New: "n"}}}}; len(r.findings) == 1 && !reflect.DeepEqual(r.findings[0].Fixes, want) {
		t.Errorf("fixes %+v, want %+v", r.findings[0].Fixes, want)
	}
	if len(r.trouble) != 2 || r.trouble[0] != "x/b: guardvet failed: out of luck" {
		t.Errorf("trouble %q", r.trouble)
	}
}

func TestTidy(t *testing.T) {
	at := func(file string, line int) routes.Position { return routes.Position{File: file, Line: line, Column: 1} }
	r := result{findings: []report.Finding{
		{Position: at("b.go", 1), Message: "x"}, {Position: at("a.go", 10), Message: "x"}, {Position: at("a.go", 9), Message: "y"},
		{Position: at("a.go", 9), Message: "x"}, {Position: at("a.go", 10), Message: "x"},
	}}
	r.tidy()
	var got []string
	for _, f := range r.findings {
		got = append(got, f.Position.String()+" "+f.Message)
	}
	if want := []string{"a.go:9:1 x", "a.go:9:1 y", "a.go:10:1 x", "b.go:1:1 x"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestRelative(t *testing.T) {
	o := options{bases: []string{"/home/me/app", "/mnt/app"}}
	for name, want := range map[string]string{
		"/home/me/app/a.go:1:2":  "a.go:1:2",
		"/home/me/lib/b.go:1:2":  "../lib/b.go:1:2",
		"/usr/lib/go/c.go:1:2":   "/usr/lib/go/c.go:1:2",
		"/mnt/app/d/e.go":        "d/e.go",
		"":                       "",
		"-":                      "-",
		"already/relative.go:1:": "already/relative.go:1:",
	} {
		if got := o.relative(name); got != want {
			t.Errorf("relative(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestVetProtocol(t *testing.T) {
	for _, test := range []struct {
		args []string
		want bool
	}{
		{[]string{"-V=full"}, true},
		{[]string{"-flags"}, true},
		{[]string{"-unguarded.strict=true", "/tmp/vet.cfg"}, true},
		{[]string{"/tmp/vet.cfg"}, true},
		{nil, false},
		{[]string{"-C", "x.cfg", "./..."}, false},
		{[]string{"routes", "-flags"}, false},
	} {
		if got := isVetProtocol(test.args); got != test.want {
			t.Errorf("isVetProtocol(%q) = %v", test.args, got)
		}
	}
}
