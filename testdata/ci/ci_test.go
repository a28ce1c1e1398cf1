// Package ci runs what the repository offers to continuous integration: the steps of the
// GitHub Action, the hooks for pre-commit, and the command as a tool of a module.
package ci

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"golang.org/x/tools/txtar"
)

// finding is what the module of the command's transcript gives.
const finding = "DELETE /orders/{id} is served without a guard"

// shop lays the module out in a directory of a repository, and goes to the repository.
func shop(t *testing.T) (root string) {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile(filepath.Join(root, "analyzer/driver/testdata/shop.txt"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, f := range archive.Files {
		write(t, filepath.Join("app", f.Name), string(f.Data))
	}
	write(t, ".git", "gitdir: elsewhere")
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOSUMDB", "off")
	t.Setenv("GOWORK", "off")
	t.Setenv("GOFLAGS", "")
	return root
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func decode(t *testing.T, name string, to any) {
	t.Helper()
	if err := yaml.UnmarshalWithOptions([]byte(read(t, name)), to, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
}

// run runs a command and returns what it printed and its exit code.
func run(t *testing.T, dir string, env []string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

// An input is that of an action.
type input struct{ Description, Default string }

// A step is a step of a composite action (docs.github.com, "Metadata syntax").
type step struct {
	Name, ID, Shell, Run string
	Env                  map[string]string
}

type action struct {
	Name, Description string
	Branding          map[string]string
	Inputs            map[string]input
	Outputs           map[string]struct{ Description, Value string }
	Runs              struct {
		Using string
		Steps []step
	}
}

var expression = regexp.MustCompile(`\$\{\{ *([a-z_.-]+) *\}\}`)

// perform runs the steps of the action as the runner does, until one fails. What the
// steps leave for the runner is in output and summary.
func perform(t *testing.T, root string, inputs map[string]string) (out string, code int, output, summary string) {
	t.Helper()
	var a action
	decode(t, filepath.Join(root, "action.yml"), &a)
	for name := range inputs {
		if _, ok := a.Inputs[name]; !ok {
			t.Fatalf("the action has no input %q", name)
		}
	}
	value := func(match string) string {
		name := expression.FindStringSubmatch(match)[1]
		if name == "github.action_path" {
			return root
		}
		if name == "runner.temp" {
			return temp
		}
		name = strings.TrimPrefix(name, "inputs.")
		if given, ok := inputs[name]; ok {
			return given
		}
		declared, ok := a.Inputs[name]
		if !ok {
			t.Fatalf("what is %s?", match)
		}
		return declared.Default
	}
	files := t.TempDir()
	env := []string{"GITHUB_OUTPUT=" + filepath.Join(files, "output"), "GITHUB_STEP_SUMMARY=" + filepath.Join(files, "summary")}
	write(t, filepath.Join(files, "output"), "")
	write(t, filepath.Join(files, "summary"), "")
	for _, s := range a.Runs.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("step %q: an expression in the text of a script is run", s.Name)
		}
		own := env
		for k, v := range s.Env {
			own = append(own, k+"="+expression.ReplaceAllStringFunc(v, value))
		}
		script := filepath.Join(files, "script")
		write(t, script, s.Run)
		if s.Shell != "bash" {
			t.Fatalf("step %q: shell %q", s.Name, s.Shell)
		}
		var said string
		said, code = run(t, ".", own, "bash", "--noprofile", "--norc", "-eo", "pipefail", script)
		if out += said; code != 0 {
			break
		}
	}
	return out, code, read(t, filepath.Join(files, "output")), read(t, filepath.Join(files, "summary"))
}

// proxy is what the environment says, which the tests set aside.
var proxy = os.Getenv("GOPROXY")

// temp keeps the command between the runs of the action, which builds it in there.
var temp string

func TestMain(m *testing.M) {
	var err error
	if temp, err = os.MkdirTemp("", "guardvet-ci-"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(temp)
	os.Exit(code)
}

func TestAction(t *testing.T) {
	root := shop(t)
	out, code, output, summary := perform(t, root, map[string]string{"working-directory": "app", "sarif": "out.sarif", "flags": "-bypass=true -unguarded"})
	if code != 1 || !strings.HasPrefix(out, "::error file=app/api/api.go,line=13,") || !strings.Contains(out, finding) {
		t.Errorf("exit %d\n%s", code, out)
	}
	if output != "findings=1\n" || !strings.Contains(summary, "\n| DELETE | `/orders/{id}` | unguarded |") {
		t.Errorf("output %q, summary\n%s", output, summary)
	}
	if sarif := read(t, "out.sarif"); !strings.Contains(sarif, `"app/api/api.go"`) || !strings.Contains(sarif, finding) {
		t.Errorf("SARIF\n%.3000s", sarif)
	}

	guardvet := filepath.Join(temp, "guardvet", "guardvet")
	for _, args := range [][]string{{"-baseline", "known", "-update-baseline", "./..."}, {"lock"}} {
		if out, code := run(t, "app", nil, append([]string{guardvet}, args...)...); code != 0 {
			t.Fatalf("%q: exit %d\n%s", args, code, out)
		}
	}
	inputs := map[string]string{"working-directory": "app", "baseline": "known", "lock": "true", "summary": "false"}
	out, code, output, summary = perform(t, root, inputs)
	if code != 0 || out != "" || output != "findings=0\n" || summary != "" {
		t.Errorf("what is known: exit %d, output %q, summary %q\n%s", code, output, summary, out)
	}
	write(t, "app/main.go", strings.Replace(read(t, "app/main.go"), "admin(http.HandlerFunc(users))", "http.HandlerFunc(users)", 1))
	out, code, _, _ = perform(t, root, inputs)
	if code != 1 || !strings.Contains(out, "GET /admin/users: was authz admin by auth.RequireUser, auth.RequireRole, now unguarded") {
		t.Errorf("a guard less: exit %d\n%s", code, out)
	}
	write(t, "app/main.go", "package main\n\nfunc main() { nosuch() }\n")
	if out, code, _, _ = perform(t, root, inputs); code != 2 || !strings.Contains(out, "nosuch") {
		t.Errorf("what does not compile: exit %d\n%s", code, out)
	}
}

// TestHooks installs what pre-commit would install for a hook of language golang, "go
// install ./...", and runs the entries in a repository.
func TestHooks(t *testing.T) {
	root := shop(t)
	var hooks []struct {
		ID, Name, Description, Entry, Language string
		Args                                   []string
		Types                                  []string `yaml:"types_or"`
		Filenames                              bool     `yaml:"pass_filenames"`
	}
	decode(t, filepath.Join(root, ".pre-commit-hooks.yaml"), &hooks)
	bin := t.TempDir()
	if out, code := run(t, root, []string{"GOBIN=" + bin, "GOFLAGS=-buildvcs=false"}, "go", "install", "./..."); code != 0 {
		t.Fatalf("go install: exit %d\n%s", code, out)
	}
	want := map[string]string{"guardvet": finding, "guardvet-lock": "guardvet.lock: no such file"}
	for _, h := range hooks {
		args := append(strings.Fields(h.Entry), h.Args...)
		args[0] = filepath.Join(bin, args[0])
		out, code := run(t, "app", nil, args...)
		if code == 0 || want[h.ID] == "" || !strings.Contains(out, want[h.ID]) {
			t.Errorf("%s: exit %d, want %q\n%s", h.ID, code, want[h.ID], out)
		}
		if h.Language != "golang" || h.Filenames {
			t.Errorf("%s: language %s, file names %t", h.ID, h.Language, h.Filenames)
		}
		delete(want, h.ID)
	}
	if len(want) > 0 {
		t.Errorf("no hooks %v", want)
	}
}

// TestTool adds the command to a module as a tool, and runs it by go tool and as a tool
// of go vet.
func TestTool(t *testing.T) {
	root := shop(t)
	const module = "github.com/guardvet/guardvet"
	// Go get wants the go.mod of whatever the module requires, however far away. It is to find
	// them in the module cache, because it would ask the proxy for guardvet itself too.
	if out, code := run(t, root, []string{"GOPROXY=" + proxy, "GOFLAGS="}, "go", "mod", "graph"); code != 0 {
		t.Fatalf("go mod graph: exit %d\n%s", code, out)
	}
	for _, args := range [][]string{{"mod", "edit", "-replace=" + module + "=" + root}, {"get", "-tool", module + "/cmd/guardvet"}} {
		if out, code := run(t, "app", nil, append([]string{"go"}, args...)...); code != 0 {
			t.Fatalf("go %q: exit %d\n%s", args, code, out)
		}
	}
	out, code := run(t, "app", nil, "go", "tool", "guardvet", "./...")
	if code != 1 || !strings.Contains(out, finding) {
		t.Errorf("go tool: exit %d\n%s", code, out)
	}
	out, code = run(t, "app", nil, "sh", "-c", `go vet -vettool="$(go tool -n guardvet)" ./...`)
	if code != 1 || !strings.Contains(out, finding) {
		t.Errorf("go vet: exit %d\n%s", code, out)
	}
}
