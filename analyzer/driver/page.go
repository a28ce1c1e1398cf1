package driver

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// writePage writes the routes of the packages as a page, to a file or, for "-", to
// stdout. It returns the exit code.
func writePage(e *env, o options) int {
	files := map[string]string{} // by name in the page
	o.bases = append(o.bases, o.foreign()...)
	r, t, err := load(o, func(name string) { files[o.relative(name)] = name })
	if err != nil {
		return e.fail("%v", err)
	}
	source := func(file string) []string {
		text, err := report.ReadGo(files[file])
		if err != nil {
			return nil // the page does without
		}
		return strings.Split(text, "\n")
	}
	shortenFixes(r.findings, o)
	var page bytes.Buffer
	if err := report.HTML(&page, t, r.findings, source); err != nil {
		return e.fail("%v", err)
	}
	if err := e.write(o.html, page.Bytes()); err != nil {
		return e.fail("%v", err)
	}
	if e.troubled(r) {
		return exitTrouble
	}
	return exitClean
}

func (e *env) write(name string, data []byte) error {
	if name == "-" {
		_, err := e.stdout.Write(data)
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// foreign are the directories of other people's source, which differ from machine to
// machine and are left out of the names of their files.
func (o options) foreign() []string {
	out, _, err := o.goCommand([]string{"env", "GOMODCACHE", "GOROOT"})
	dirs := strings.Split(strings.TrimSpace(out), "\n")
	if err != nil || len(dirs) != 2 {
		return nil // the names are long then
	}
	return []string{dirs[0], filepath.Join(dirs[1], "src")}
}
