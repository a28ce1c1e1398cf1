package app

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// How many cases of a rule there must be, and of how many frameworks.
const enough, frameworks = 6, 4

// elsewhere are the rules whose cases need flags, settings or comments that would say
// something of all the others; package driver has them in transcripts.
var elsewhere = map[string]bool{"challenge": true, "contract": true, "policy": true}

var (
	heading = regexp.MustCompile(`(?m)^\| \[(\w+)\]`)
	marked  = regexp.MustCompile(`// (want|fine)(?::-?\d+)? (\w+)`)
	// named tells whose code a line and those below it are.
	named = regexp.MustCompile(`\b(gin|echo|chi|fiber)\.|/(gin|echo|chi|gorilla|fiber)/|\b(mux)\.NewRouter|\b(http)\.NewServeMux|\b(?:m|mux)\.(Handle)\b`)
)

// names makes one of two names.
var names = strings.NewReplacer("mux", "gorilla", "Handle", "http")

// TestEnough counts the lines of this sample and of the one beside it that say "want rule",
// where it must speak, and "fine rule", where it must be silent, by rules and frameworks.
func TestEnough(t *testing.T) {
	page, err := os.ReadFile("../../../../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../*/app/*.go")
	if err != nil {
		t.Fatal(err)
	}
	count, of := map[string]int{}, map[string]map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || !strings.Contains(file, "faults") && !strings.Contains(file, "rulecases") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		framework := ""
		for line := range strings.Lines(string(data)) {
			for _, m := range named.FindAllStringSubmatch(line, -1) {
				framework = names.Replace(strings.Join(m[1:], ""))
			}
			if m := marked.FindStringSubmatch(line); m != nil {
				count[m[1]+" "+m[2]]++
				if of[m[2]] == nil {
					of[m[2]] = map[string]bool{}
				}
				of[m[2]][framework] = true
			}
		}
	}
	rules := heading.FindAllStringSubmatch(string(page), -1)
	if len(rules) == 0 {
		t.Error("docs/rules.md lists no rules")
	}
	for _, m := range rules {
		rule := m[1]
		if elsewhere[rule] {
			continue
		}
		if bad, clean := count["want "+rule], count["fine "+rule]; bad < enough || clean < enough || len(of[rule]) < frameworks {
			t.Errorf("%s: %d lines where it speaks, %d where it is silent, of %d frameworks", rule, bad, clean, len(of[rule]))
		}
	}
}
