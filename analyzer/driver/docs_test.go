package driver

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestDocs holds the commands and what they print, in the pages that show any, against
// the transcripts.
func TestDocs(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var transcripts strings.Builder
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		transcripts.Write(archive.Comment)
	}
	for _, page := range []string{"README.md", "docs/adopting.md", "docs/tutorial.md", "docs/why403.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", page))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, block := range strings.Split(string(text), "\n```\n") {
			for _, shown := range strings.Split("\n"+block, "\n$ ")[1:] {
				n++
				if !strings.Contains(transcripts.String(), "$ "+strings.TrimSpace(shown)+"\n") {
					t.Errorf("%s: no transcript has\n$ %s", page, shown)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s shows no command", page)
		}
	}
}
