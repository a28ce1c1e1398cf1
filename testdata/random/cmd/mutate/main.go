// Command mutate breaks what guardvet says of the frameworks, one place at a
// time, and shows which tests notice: a harness that stays green is none.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

const usage = `usage: mutate [-file name]

Mutate copies the repository, breaks one place of a framework's file, and runs the
framework's random programs, and its served samples if these notice nothing. It
prints the tests that fail, for each place, and exits with status 1 if a place has
none. Run it in the folder of the samples:

	go run -C testdata ./random/cmd/mutate

The flag is:

	-file name
		break the places of that file only
`

func main() {
	flag.Usage = func() { fmt.Fprint(os.Stderr, usage) }
	file := flag.String("file", "", "")
	flag.Parse()
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	unseen, err := run(*file)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
	if unseen > 0 {
		os.Exit(1)
	}
}

// run tries the mutations of a file, or all, and returns how many nothing noticed.
func run(file string) (unseen int, err error) {
	root, err := filepath.Abs("..") // of the folder of the samples
	if err != nil {
		return 0, err
	}
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	for i, m := range mutations {
		if file != "" && m.File != file {
			continue
		}
		clone := filepath.Join(dir, fmt.Sprint(i))
		if err := os.CopyFS(clone, os.DirFS(root)); err != nil {
			return unseen, err
		}
		if err := m.apply(clone); err != nil {
			return unseen, err
		}
		failed, err := m.noticed(clone)
		if err != nil {
			return unseen, err
		}
		if len(failed) == 0 {
			unseen++
			failed = []string{"NOTHING FAILS"}
		}
		fmt.Printf("%s: %s\n\t%s\n", m.File, m.Says, strings.Join(failed, "\n\t"))
	}
	return unseen, nil
}

// apply changes the file in a copy of the repository.
func (m mutation) apply(root string) error {
	path := filepath.Join(root, "analyzer", "internal", "frameworks", m.File)
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if n := bytes.Count(text, []byte(m.From)); n != 1 {
		return fmt.Errorf("%s: %q occurs %d times", m.File, m.From, n)
	}
	return os.WriteFile(path, bytes.Replace(text, []byte(m.From), []byte(m.To), 1), 0o644)
}

// noticed returns the tests that fail in a copy of the repository.
func (m mutation) noticed(root string) ([]string, error) {
	failed, err := failing(root, "-run", "TestPrograms/"+m.Of, "./random")
	if err != nil || len(failed) > 0 {
		return failed, err
	}
	folders, err := filepath.Glob(filepath.Join(root, "testdata", "samples", m.Of+"*"))
	for i, f := range folders {
		folders[i] = "./samples/" + filepath.Base(f) + "/..."
	}
	if err != nil || len(folders) == 0 {
		return nil, err
	}
	return failing(root, folders...)
}

var fails = regexp.MustCompile(`(?m)^ *--- FAIL: (\S+)|^FAIL\s+(\S+/\S+)`)

// failing runs go test in the module of the samples, and returns the tests that
// fail, under their packages.
func failing(root string, args ...string) ([]string, error) {
	cmd := exec.Command("go", append([]string{"test", "-count=1"}, args...)...)
	cmd.Dir = filepath.Join(root, "testdata")
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	if bytes.Contains(out, []byte("[build failed]")) {
		return nil, fmt.Errorf("the mutated program does not build:\n%s", out)
	}
	var list, tests []string
	for _, m := range fails.FindAllSubmatch(out, -1) {
		if test := string(m[1]); test != "" {
			tests = append(tests, test)
			continue
		}
		list = append(list, fmt.Sprintf("%s: %s", m[2], strings.Join(leaves(tests), " ")))
		tests = nil
	}
	return list, nil
}

// leaves are the tests of which no other is a part, at most five.
func leaves(tests []string) []string {
	var out []string
	for _, t := range tests {
		parent := slices.ContainsFunc(tests, func(other string) bool { return strings.HasPrefix(other, t+"/") })
		if !parent {
			out = append(out, t)
		}
	}
	if n := len(out); n > 5 {
		out = append(out[:5], fmt.Sprintf("and %d more", n-5))
	}
	return out
}
