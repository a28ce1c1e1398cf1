package served

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// A Table is the part of guardvet's JSON that is compared.
type Table struct {
	Routes     []Found `json:"routes"`
	Incomplete []struct {
		Position string `json:"position"`
		Reason   string `json:"reason"`
	} `json:"incomplete"`
}

// A Found is a route as guardvet sees it.
type Found struct {
	Method   string `json:"method"`
	Host     string `json:"host"`
	Pattern  string `json:"pattern"`
	Handler  string `json:"handler"`
	Verdict  string `json:"verdict"`
	Level    string `json:"level"`
	Reason   string `json:"reason"`
	Position string `json:"position"`
	Open     bool   `json:"open"` // not served
	Guards   []struct {
		Name    string   `json:"name"`
		Kind    string   `json:"kind"`
		Demands []string `json:"demands"`
		Denies  []int    `json:"denies"`
	} `json:"guards"`
}

func (f Found) String() string { return Route{f.Method, f.Host, f.Pattern}.String() }

// denies reports whether a guard of the route answers with the status, or with one that is not known, which is 0.
func (f Found) denies(status int) bool {
	for _, g := range f.Guards {
		for _, s := range g.Denies {
			if s == status || s == 0 {
				return true
			}
		}
	}
	return false
}

// A tool is guardvet, built from this repository.
type tool struct{ path, dir string }

// build builds guardvet.
func build(t *testing.T) tool {
	t.Helper()
	_, self, _, _ := runtime.Caller(0)
	root := filepath.Join(filepath.Dir(self), "..", "..")
	path := filepath.Join(t.TempDir(), "guardvet")
	t.Setenv("GUARDVETCACHE", "off") // tables are made, and none is left behind
	if out, err := exec.Command("go", "build", "-C", root, "-o", path, "./cmd/guardvet").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return tool{path, filepath.Join(root, "testdata")}
}

// routes runs it on packages of the module of the samples.
func (g tool) routes(t *testing.T, packages string) *Table {
	t.Helper()
	table := g.all(t, packages)
	table.Routes = slices.DeleteFunc(table.Routes, func(r Found) bool { return r.Open })
	return table
}

// all lists also what nobody serves.
func (g tool) all(t *testing.T, packages string) *Table {
	t.Helper()
	out, err := exec.Command(g.path, "-C", g.dir, "routes", "-json", packages).Output()
	if err != nil {
		t.Fatalf("guardvet routes: %v\n%s", err, stderr(err))
	}
	table := &Table{}
	if err := json.Unmarshal(out, table); err != nil {
		t.Fatal(err)
	}
	return table
}

// CheckServed requires that nothing is listed as not served: what a package leaves open, another one serves.
func CheckServed(t *testing.T, packages string) {
	t.Helper()
	for _, r := range build(t).all(t, packages).Routes {
		if r.Open {
			t.Errorf("%s is listed as not served", r)
		}
	}
}

// agree requires that go vet with the tool prints the findings of the command.
func (g tool) agree(t *testing.T, packages string) {
	t.Helper()
	command, _ := exec.Command(g.path, "-C", g.dir, packages).Output() // exit status 1 if there are any
	vet := exec.Command("go", "vet", "-vettool="+g.path, packages)
	vet.Dir = g.dir
	var said strings.Builder
	vet.Stderr = &said
	vet.Run()
	want, got := findings(string(command)), findings(said.String())
	if len(want) == 0 {
		t.Error("no findings: the sample has planted faults")
	}
	if !slices.Equal(got, want) {
		t.Errorf("go vet says\n%s\nthe command says\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// findings takes the findings out of what is printed, without the related places
// that go vet puts below them, sorted.
func findings(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") && !strings.Contains(line, ": \t") {
			out = append(out, strings.TrimPrefix(strings.TrimSpace(line), "./"))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func stderr(err error) []byte {
	if exit, ok := err.(*exec.ExitError); ok {
		return exit.Stderr
	}
	return nil
}
