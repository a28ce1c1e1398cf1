package driver

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/guardvet/guardvet/analyzer"
	"github.com/guardvet/guardvet/analyzer/internal/config"
	"github.com/guardvet/guardvet/analyzer/internal/rules/catalogue"
)

// options are what a command's flags say.
type options struct {
	dir           string
	bases         []string // that file names are shortened by: dir, and what it links to
	format        string
	quiet         bool
	baseline      string // a file of known findings
	config        configFlag
	fix, diff     bool
	html          string // the file to write a page to
	base          string // that the paths of a document are below
	packages      []string
	analyzerFlags []string // handed on to the vet tool
	buildFlags    []string // handed on to the go command
	stderr        io.Writer

	updateBaseline bool
	lockFile       string
	check          bool            // compare with the lock file
	ctx            context.Context // ends when the user interrupts
}

// parse reads a command's flags, which may stand between its arguments too. When
// there is nothing more to do, ok is false and code is the exit code.
func (e *env) parse(name string, args []string) (o options, rest []string, code int, ok bool) {
	fs := e.flags(name, &o)
	for {
		err := fs.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			return o, nil, help(e, []string{name}), false
		}
		if err != nil {
			return o, nil, e.fail("%s", flagError(name, err)), false
		}
		if args = fs.Args(); len(args) == 0 {
			break
		}
		rest, args = append(rest, args[0]), args[1:]
	}
	if o.diff && o.format != "text" {
		return o, nil, e.fail("-format=%s and -diff cannot be used together", o.format), false
	}
	dir, err := filepath.Abs(o.dir)
	if err != nil {
		return o, nil, e.fail("%v", err), false
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return o, nil, e.fail("-C %s: no such directory", o.dir), false
	}
	o.bases = append(o.bases, dir)
	if real, err := filepath.EvalSymlinks(dir); err == nil && real != dir {
		o.bases = append(o.bases, real)
	}
	if err := o.readConfig(dir); err != nil {
		return o, nil, e.fail("%v", err), false
	}
	return o, rest, exitClean, true
}

// flags makes the flag set of a command. Only the check has rules to select.
func (e *env) flags(name string, o *options) *flag.FlagSet {
	o.stderr, o.ctx = e.stderr, e.ctx
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&o.dir, "C", "", "change to `dir` first")
	for _, build := range []string{"tags", "mod"} {
		fs.Func(build, "as for go build", func(v string) error {
			o.buildFlags = append(o.buildFlags, "-"+build+"="+v)
			return nil
		})
	}
	fs.Func("config", "the `file` to read instead of "+config.Name, o.config.set)
	addFormatFlags(fs, o, name)
	if name == "lock" {
		fs.BoolVar(&o.check, "check", false, "compare with the file instead of writing it")
		fs.StringVar(&o.lockFile, "o", "guardvet.lock", "the lock `file`")
	}
	if name == "contract" {
		fs.StringVar(&o.base, "base", "", "the `path` below which the document's paths are served")
	}
	if name == "routes" {
		fs.StringVar(&o.html, "html", "", "write a page to `file`")
	}
	if name == "" {
		fs.BoolVar(&o.quiet, "q", false, "print lines only, also on a terminal")
		fs.StringVar(&o.baseline, "baseline", "", "accept the findings that the `file` lists")
		fs.BoolVar(&o.updateBaseline, "update-baseline", false, "write the findings to the baseline")
		fs.BoolVar(&o.fix, "fix", false, "apply the fixes")
		fs.BoolVar(&o.diff, "diff", false, "print what -fix would change")
		for _, a := range analyzer.Analyzers {
			if a != analyzer.Analyzer { // its flags are between the command and the vet tool
				addAnalyzerFlags(fs, o, a)
			}
		}
	}
	return fs
}

// addAnalyzerFlags accepts a rule's flags, "-name" and "-name.flag", and keeps
// them as they are for the vet tool.
func addAnalyzerFlags(fs *flag.FlagSet, o *options, a *analysis.Analyzer) {
	add := func(name, usage string, v flag.Value) {
		keep := func(s string) error {
			if err := v.Set(s); err != nil { // so that a wrong value is said here
				return err
			}
			o.analyzerFlags = append(o.analyzerFlags, "-"+name+"="+s)
			return nil
		}
		if b, ok := v.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
			fs.BoolFunc(name, usage, keep)
			return
		}
		fs.Func(name, usage, keep)
	}
	var scratch flag.FlagSet
	scratch.Bool(a.Name, false, "")
	add(a.Name, "run only the rules that are named", scratch.Lookup(a.Name).Value)
	a.Flags.VisitAll(func(f *flag.Flag) { add(a.Name+"."+f.Name, f.Usage, f.Value) })
}

// flagError makes a line of what package flag complains about.
func flagError(command string, err error) string {
	topic := strings.TrimSpace("guardvet help " + command)
	undefined, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: ")
	if !ok {
		return fmt.Sprintf("%v; run '%s'", err, topic)
	}
	if command != "" {
		return fmt.Sprintf("unknown flag %s; run '%s'", undefined, topic)
	}
	var names []string
	for _, r := range catalogue.Rules {
		names = append(names, r.Name)
	}
	return fmt.Sprintf("unknown flag or rule %s; the rules are: %s; run '%s'", undefined, strings.Join(names, ", "), topic)
}

// packagesOr returns the packages given, or the one of the current directory.
func packagesOr(args []string) []string {
	if len(args) == 0 {
		return []string{"."}
	}
	return args
}

// progress tells somebody at a terminal that a long load is still going on.
func progress(o options) (stop func()) {
	if !isTerminal(o.stderr) {
		return func() {}
	}
	done := make(chan struct{})
	go func() {
		const patience = 2 * time.Second
		start := time.Now()
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-done:
				if time.Since(start) >= patience {
					fmt.Fprint(o.stderr, "\r\x1b[K")
				}
				close(done)
				return
			case <-tick.C:
				if d := time.Since(start); d >= patience {
					fmt.Fprintf(o.stderr, "\rguardvet: loading packages… %ds", int(d.Seconds()))
				}
			}
		}
	}()
	return func() { done <- struct{}{}; <-done }
}
