package driver

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/guardvet/guardvet/analyzer"
)

// options are what the commands' flags say.
type options struct {
	dir           string
	json          bool
	packages      []string
	analyzerFlags []string // handed on to the vet tool
	buildFlags    []string // handed on to the go command
	stderr        io.Writer
}

// parse reads the flags that all commands share; ok is false when they are wrong,
// which has been said then.
func (e *env) parse(name string, args []string) (o options, rest []string, ok bool) {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&o.dir, "C", "", "change to `dir` first")
	fs.BoolVar(&o.json, "json", false, "print JSON")
	tags := fs.String("tags", "", "build `tags`, as for go build")
	mod := fs.String("mod", "", "module download `mode`, as for go build")
	for _, a := range analyzer.Analyzers {
		addAnalyzerFlags(fs, &o, a)
	}
	err := fs.Parse(args)
	if err == flag.ErrHelp {
		help(e, []string{name})
		return o, nil, false
	}
	if err != nil {
		fmt.Fprintf(e.stderr, "guardvet: %v; run 'guardvet help %s'\n", err, name)
		return o, nil, false
	}
	if *tags != "" {
		o.buildFlags = append(o.buildFlags, "-tags="+*tags)
	}
	if *mod != "" {
		o.buildFlags = append(o.buildFlags, "-mod="+*mod)
	}
	if o.dir != "" {
		if info, err := os.Stat(o.dir); err != nil || !info.IsDir() {
			fmt.Fprintf(e.stderr, "guardvet: -C %s: no such directory\n", o.dir)
			return o, nil, false
		}
	}
	o.stderr = e.stderr
	return o, fs.Args(), true
}

// addAnalyzerFlags accepts an analyzer's flags, "-name" and "-name.flag", and
// keeps them as they are for the vet tool.
func addAnalyzerFlags(fs *flag.FlagSet, o *options, a *analysis.Analyzer) {
	keep := func(name string) func(string) error {
		return func(v string) error {
			o.analyzerFlags = append(o.analyzerFlags, "-"+name+"="+v)
			return nil
		}
	}
	if a != analyzer.Analyzer {
		fs.BoolFunc(a.Name, "run only the rules that are named: "+strings.Split(a.Doc, "\n")[0], keep(a.Name))
	}
	a.Flags.VisitAll(func(f *flag.Flag) {
		if a == analyzer.Analyzer {
			return // internal
		}
		name := a.Name + "." + f.Name
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
			fs.BoolFunc(name, f.Usage, keep(name))
			return
		}
		fs.Func(name, f.Usage, keep(name))
	})
}

// packagesOr returns the package patterns given, or those of the current directory.
func packagesOr(args []string) []string {
	if len(args) == 0 {
		return []string{"."}
	}
	return args
}

// progress tells somebody at a terminal that a long load is still going on.
func progress(o options) (stop func()) {
	f, ok := o.stderr.(*os.File)
	if !ok || !isTerminal(f) {
		return func() {}
	}
	done := make(chan struct{})
	go func() {
		start := time.Now()
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		shown := false
		for {
			select {
			case <-done:
				if shown {
					fmt.Fprint(f, "\r\x1b[K")
				}
				done <- struct{}{}
				return
			case <-tick.C:
				if d := time.Since(start); d > 2*time.Second {
					shown = true
					fmt.Fprintf(f, "\rguardvet: loading packages… %ds", int(d.Seconds()))
				}
			}
		}
	}()
	return func() { done <- struct{}{}; <-done }
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
