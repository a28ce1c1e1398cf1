package served

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"runtime"
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
	Guards   []struct {
		Name    string   `json:"name"`
		Kind    string   `json:"kind"`
		Demands []string `json:"demands"`
		Denies  []int    `json:"denies"`
	} `json:"guards"`
}

func (f Found) String() string { return Route{f.Method, f.Host, f.Pattern}.String() }

// denies reports whether a guard of the route answers with the status.
func (f Found) denies(status int) bool {
	for _, g := range f.Guards {
		for _, s := range g.Denies {
			if s == status {
				return true
			}
		}
	}
	return false
}

// Analyse runs guardvet, built from this repository, on packages of the module
// of the samples.
func Analyse(t *testing.T, packages string) *Table {
	t.Helper()
	_, self, _, _ := runtime.Caller(0)
	root := filepath.Join(filepath.Dir(self), "..", "..")
	tool := filepath.Join(t.TempDir(), "guardvet")
	if out, err := exec.Command("go", "build", "-C", root, "-o", tool, "./cmd/guardvet").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	cmd := exec.Command(tool, "-C", filepath.Join(root, "testdata"), "routes", "-json", packages)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("guardvet routes: %v\n%s", err, stderr(err))
	}
	table := &Table{}
	if err := json.Unmarshal(out, table); err != nil {
		t.Fatal(err)
	}
	return table
}

func stderr(err error) []byte {
	if exit, ok := err.(*exec.ExitError); ok {
		return exit.Stderr
	}
	return nil
}
