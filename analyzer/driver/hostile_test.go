package driver

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestHostileModule analyses a module half of which cannot be loaded: what can is listed,
// what cannot is said, and nothing panics. It is analysed through a
// symbolic link.
func TestHostileModule(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/hostile/module.txtar")
	if err != nil {
		t.Fatal(err)
	}
	archive.Files = append(archive.Files,
		txtar.File{Name: "utf8/main.go", Data: []byte("package main\n\n// \xff\xfe\nfunc main() { println(\"\xff\") }\n")})
	unpack(t, archive)
	if err := os.Symlink(".", "linked"); err != nil {
		t.Skip(err)
	}
	t.Chdir("linked")
	var stdout, stderr bytes.Buffer
	code := Main([]string{"routes", "./..."}, &stdout, &stderr)
	if code != exitTrouble {
		t.Errorf("exit %d, want %d", code, exitTrouble)
	}
	for _, want := range []string{"/end", "/tag"} {
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("%s is not listed:\n%s", want, &stdout)
		}
	}
	for _, want := range []string{"broken/main.go", "unparsed/main.go", "utf8/main.go"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("%s is not named:\n%s", want, &stderr)
		}
	}
	if s := stdout.String() + stderr.String(); strings.Contains(s, "panic") || strings.Contains(s, "goroutine ") {
		t.Errorf("a panic:\n%s", s)
	}
}
