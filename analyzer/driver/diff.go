package driver

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// compare compares what the routes demand with what they demanded in another revision.
func compare(e *env, args []string) int {
	o, rest, code, ok := e.parse("diff", args)
	if !ok {
		return code
	}
	if len(rest) == 0 {
		return e.fail("diff needs a revision, as in: guardvet diff main")
	}
	if o.packages = rest[1:]; len(o.packages) == 0 {
		o.packages = []string{"./..."}
	}
	tree, err := checkout(o, rest[0])
	if err != nil {
		return e.fail("%v", err)
	}
	defer tree.remove()
	was, code := e.lockOf(tree.options(o))
	if code != exitClean {
		return e.fail("that was %s", rest[0])
	}
	now, code := e.lockOf(o)
	if code != exitClean {
		return code
	}
	return e.writeChanges(report.Compare(was, now))
}

func (e *env) lockOf(o options) (*report.Lock, int) {
	t, code := e.inventory(o)
	if code != exitClean {
		return nil, code
	}
	return report.NewLock("", t), exitClean
}

// A tree is a revision of the repository, in a temporary directory.
type tree struct {
	temp string // to be removed
	dir  string // where the command's directory is in it
}

// checkout writes a revision's files to a temporary directory, by way of an index of
// its own: neither the work tree nor the repository's index is touched, and nothing is
// left in the repository should the command be killed.
func checkout(o options, rev string) (*tree, error) {
	dir := o.bases[0]
	top, err := git(o, dir, nil, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	prefix, err := git(o, dir, nil, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, err
	}
	commit, err := git(o, dir, nil, "rev-parse", "--verify", "--end-of-options", rev+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("no revision %q in the repository", rev)
	}
	temp, err := os.MkdirTemp("", "guardvet-diff-")
	if err != nil {
		return nil, err
	}
	t := &tree{temp: temp, dir: filepath.Join(temp, "tree", filepath.FromSlash(prefix))}
	index := []string{"GIT_INDEX_FILE=" + filepath.Join(temp, "index")}
	for _, args := range [][]string{
		{"read-tree", commit},
		{"checkout-index", "--all", "--quiet", "--prefix=" + filepath.Join(temp, "tree") + string(filepath.Separator)},
	} {
		if _, err := git(o, top, index, args...); err != nil {
			t.remove()
			return nil, err
		}
	}
	if _, err := os.Stat(t.dir); err != nil {
		t.remove()
		return nil, fmt.Errorf("%s has no directory %s", rev, prefix)
	}
	return t, nil
}

func (t *tree) remove() { os.RemoveAll(t.temp) }

// options are those of the same command in the tree.
func (t *tree) options(o options) options {
	o.dir, o.bases = t.dir, []string{t.dir}
	if real, err := filepath.EvalSymlinks(t.dir); err == nil && real != t.dir {
		o.bases = append(o.bases, real)
	}
	return o
}

// git runs git and returns what it prints, without the last newline. The variables by
// which a hook tells git where it is would lead it astray.
func git(o options, dir string, env []string, args ...string) (string, error) {
	cmd := exec.CommandContext(o.ctx, "git", args...)
	cmd.Dir = dir
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "GIT_INDEX_FILE=") && !strings.HasPrefix(v, "GIT_PREFIX=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, env...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	switch {
	case o.ctx.Err() != nil:
		return "", errInterrupted
	case err != nil:
		return "", fmt.Errorf("git %s: %s", args[0], orElse(strings.TrimPrefix(report.OneLine(said.String()), "fatal: "), err.Error()))
	}
	return strings.TrimSuffix(string(out), "\n"), nil
}
