package random

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/guardvet/guardvet/testdata/random/ask"
)

// together is how many programs share their packages: a package is dear to build
// and a command dear to analyse, a program is not.
const together = 20

// A Batch is programs written into one module, so that they share one build.
type Batch struct {
	Dir      string
	Programs []*Program
	// Times is how long each step took.
	Times    map[string]time.Duration
	guardvet string
	module   string // the module that the programs are in
	kit      string // the package kit that they use
	places   places
}

// Write writes programs into the empty folder dir. guardvet is the path of the
// command.
func Write(dir, guardvet string, programs []*Program) (*Batch, error) {
	b := &Batch{
		Dir: dir, Programs: programs, Times: map[string]time.Duration{}, guardvet: guardvet,
		module: "random.test", kit: "random.test/kit", places: places{},
	}
	defer b.took("write", time.Now())
	if err := b.begin(); err != nil {
		return nil, err
	}
	var imports, table strings.Builder
	for g, list := range b.groups() {
		if err := b.group(fmt.Sprintf("g%03d", g), list); err != nil {
			return nil, err
		}
		fmt.Fprintf(&imports, "g%03d %q\n", g, fmt.Sprintf("random.test/g%03d/app", g))
		for _, i := range list {
			fmt.Fprintf(&table, "\"P%d\": g%03d.NewP%d,\n", i, g, i)
		}
	}
	harness := "package main\n\nimport (\n\"net/http\"\n\n" + `"random.test/ask"` + "\n" + imports.String() +
		")\n\nfunc main() {\nask.Serve(map[string]func() http.Handler{\n" + table.String() + "})\n}\n"
	return b, b.write("harness/main.go", []byte(harness))
}

// took notes how long a step took that began then.
func (b *Batch) took(step string, then time.Time) { b.Times[step] += time.Since(then) }

// groups are the numbers of the programs that share their packages: only those of
// one framework do.
func (b *Batch) groups() [][]int {
	var out [][]int
	open := map[string]int{} // by framework, the group that it fills
	for i, p := range b.Programs {
		g, ok := open[p.Framework]
		if !ok || len(out[g]) == together {
			g = len(out)
			open[p.Framework] = g
			out = append(out, nil)
		}
		out[g] = append(out[g], i)
	}
	return out
}

// folder is the folder of the samples' module, in which this file is.
func folder() string {
	_, self, _, _ := runtime.Caller(0)
	return filepath.Dir(filepath.Dir(self))
}

// samples is the module of the samples.
const samples = "github.com/guardvet/guardvet/testdata"

// begin writes the files of the module: it needs what the samples need, and has
// the packages kit and ask, because guardvet takes those of another module for a
// library and may not read them.
func (b *Batch) begin() error {
	mod, err := os.ReadFile(filepath.Join(folder(), "go.mod"))
	if err != nil {
		return err
	}
	sum, err := os.ReadFile(filepath.Join(folder(), "go.sum"))
	if err != nil {
		return err
	}
	mod = bytes.Replace(mod, []byte("module "+samples), []byte("module random.test"), 1)
	mod = bytes.ReplaceAll(mod, []byte("=> ./"), []byte("=> "+filepath.ToSlash(folder())+"/"))
	if err := b.write("go.mod", mod); err != nil {
		return err
	}
	if err := b.write("go.sum", sum); err != nil {
		return err
	}
	for _, pkg := range []string{"kit", "ask"} {
		name := pkg + "/" + pkg + ".go"
		text, err := os.ReadFile(filepath.Join(folder(), "random", name))
		if err != nil {
			return err
		}
		if err := b.write(name, bytes.ReplaceAll(text, []byte(samples+"/random/"), []byte("random.test/"))); err != nil {
			return err
		}
	}
	return nil
}

// group writes programs of one framework that share their packages, each in files
// of its own, and a command that serves each in a function of its own.
func (b *Batch) group(name string, list []int) error {
	f := Frameworks[b.Programs[list[0]].Framework]
	path := b.module + "/" + name
	all := append([]string{"net/http", "os", "slices", b.kit, path + "/mw", path + "/sub"}, f.Imports...)
	imports := func(pkg string) []string {
		var out []string
		for _, i := range all {
			if i != path+"/"+pkg {
				out = append(out, i)
			}
		}
		return out
	}
	put := func(pkg, file, body string) error {
		text, err := source(pkg, imports(pkg), body)
		if err != nil {
			return err
		}
		at := name + "/" + pkg + "/" + file + ".go"
		b.places.add(at, text)
		return b.write(at, text)
	}
	if err := put("mw", "shared", f.Shape.Helpers+f.Declarations); err != nil {
		return err
	}
	for _, i := range list {
		prefix := fmt.Sprintf("P%d", i)
		s := Emit(b.Programs[i], prefix)
		for pkg, body := range map[string]string{"app": s.App, "sub": s.Sub, "mw": s.Mw} {
			if body == "" {
				continue
			}
			if err := put(pkg, prefix, body); err != nil {
				return err
			}
		}
	}
	text, err := command(path+"/app", list)
	if err != nil {
		return err
	}
	return b.write(name+"/main.go", text)
}

// command is a command that serves programs, each in a function that has its
// number in its name.
func command(app string, list []int) ([]byte, error) {
	var body strings.Builder
	body.WriteString("func main() {\n")
	for _, i := range list {
		fmt.Fprintf(&body, "go P%d()\n", i)
	}
	body.WriteString("select {}\n}\n")
	for _, i := range list {
		fmt.Fprintf(&body, "\nfunc P%d() { http.ListenAndServe(\":%d\", app.NewP%d()) }\n", i, 8000+i, i)
	}
	return source("main", []string{"net/http", app}, body.String())
}

func (b *Batch) write(name string, text []byte) error {
	path := filepath.Join(b.Dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o644)
}

// Ask sends requests to the programs.
func (b *Batch) Ask(requests []ask.Request) ([]ask.Answer, error) {
	harness := filepath.Join(b.Dir, "harness.exe")
	then := time.Now()
	if _, err := b.run("go", nil, "build", "-C", b.Dir, "-o", harness, "./harness"); err != nil {
		return nil, err
	}
	b.took("build", then)
	defer b.took("serve", time.Now())
	in, err := json.Marshal(requests)
	if err != nil {
		return nil, err
	}
	out, err := b.run(harness, in)
	if err != nil {
		return nil, err
	}
	var answers []ask.Answer
	return answers, json.Unmarshal(out, &answers)
}

// run runs a command in the folder of the batch and returns what it prints.
func (b *Batch) run(name string, in []byte, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	var out, complaints bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(in), &out, &complaints
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off", "GIN_MODE=release")
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, complaints.String())
	}
	return out.Bytes(), nil
}
