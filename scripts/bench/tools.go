package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// A tool is what is measured: a binary, and how it is run on a module.
type tool struct {
	name    string
	module  string // "" for this repository
	pkg     string
	version string
	vet     bool   // it is run by go vet
	cache   string // the variable that names its own cache; "" if it has none, or the go command has it
	args    []string
}

var all = []tool{
	{name: "emptyvet", pkg: "scripts/bench/emptyvet", vet: true},
	{name: "guardvet", pkg: "cmd/guardvet", vet: true, cache: "GUARDVETCACHE"},
	{name: "guardvet alone", pkg: "cmd/guardvet", cache: "GUARDVETCACHE", args: []string{"./..."}},
	{name: "staticcheck", module: "honnef.co/go/tools", pkg: "cmd/staticcheck", version: "v0.8.2", cache: "STATICCHECK_CACHE", args: []string{"./..."}},
	{name: "gosec", module: "github.com/securego/gosec/v2", pkg: "cmd/gosec", version: "v2.30.0", args: []string{"-quiet", "./..."}},
	{name: "nilaway", module: "go.uber.org/nilaway", pkg: "cmd/nilaway", version: "v0.0.0-20260918162853-acb8859b9031", args: []string{"./..."}},
}

// binary is where the tool is built.
func (t tool) binary(b *bench) string {
	return filepath.Join(b.tmp, "bin", filepath.Base(t.pkg))
}

func (t tool) build(b *bench) error {
	if _, err := os.Stat(t.binary(b)); err == nil {
		return nil
	}
	cmd := exec.Command("go", "build", "-o", t.binary(b), "github.com/guardvet/guardvet/"+t.pkg)
	if t.module != "" {
		cmd = exec.Command("go", "install", t.module+"/"+t.pkg+"@"+t.version)
		cmd.Env = append(os.Environ(), "GOBIN="+filepath.Dir(t.binary(b)))
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

// A ready tool is one whose cache is empty.
type ready struct {
	args []string
	env  []string
}

// fresh makes a copy of the tool that has nothing in any cache. The go command tells vet
// tools by their content, which for a copy is another one.
func (t tool) fresh(b *bench) (ready, error) {
	b.runs++
	data, err := os.ReadFile(t.binary(b))
	if err != nil {
		return ready{}, err
	}
	file := filepath.Join(b.tmp, filepath.Base(t.pkg))
	os.Remove(file)
	if err := os.WriteFile(file, fmt.Appendf(data, "%d %d", os.Getpid(), b.runs), 0o777); err != nil {
		return ready{}, err
	}
	r := ready{args: append([]string{file}, t.args...)}
	if t.vet {
		r.args = []string{"go", "vet", "-vettool=" + file, "./..."}
	}
	if t.cache != "" {
		r.env = []string{t.cache + "=" + filepath.Join(b.tmp, fmt.Sprint("cache", b.runs))}
	}
	return r, nil
}
