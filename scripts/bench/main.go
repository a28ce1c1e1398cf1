// Command bench measures whole runs of guardvet on an application beside those of other
// tools, in turn, and prints medians and ratios:
//
//	go run ./scripts/bench [-rounds n] [-tools list] [-touch file] [-env K=V,...] directory...
//	go run ./scripts/bench -generate 5000,50 directory      # write a module of 5,000 packages of which 50 serve HTTP
//
// Of every tool it measures a run from an empty cache of the tool's own, one with nothing
// changed, one after a comment was added to the end of one file, and one after it was added to
// the start, so that all lines of the file move. What the packages compile
// to is in the go command's cache before anything is measured. It works on a copy of the
// application, in a temporary directory, where it also builds the tools: guardvet and
// [emptyvet] from this repository, the others from the module proxy in the versions that
// tools.go says.
//
// Processor time is that of all processes of a run, memory the most that they had resident
// together at one of the moments they were looked at, every 20 ms.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	rounds := flag.Int("rounds", 3, "measure everything so often; medians are printed")
	names := flag.String("tools", "", "comma-separated tools; all if empty")
	touch := flag.String("touch", "main.go", "the file to add a comment to, relative to the directory")
	env := flag.String("env", "", "comma-separated settings of the environment for the runs: GOMAXPROCS=2,CGO_ENABLED=0")
	generate := flag.String("generate", "", "write a module of `packages,serving` packages into the directory instead")
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	if *generate != "" {
		var packages, serving int
		if _, err := fmt.Sscanf(*generate, "%d,%d", &packages, &serving); err != nil {
			log.Fatalf("-generate %s: %v", *generate, err)
		}
		if err := writeModule(flag.Arg(0), packages, serving); err != nil {
			log.Fatal(err)
		}
		return
	}
	b := &bench{rounds: *rounds, touch: *touch, env: os.Environ()}
	if *env != "" {
		b.env = append(b.env, strings.Split(*env, ",")...)
	}
	if err := b.run(flag.Args(), *names); err != nil {
		log.Fatal(err)
	}
}

// A bench is one comparison.
type bench struct {
	rounds int
	touch  string
	env    []string
	tmp    string // what is made lies there
	runs   int    // numbers them
}

func (b *bench) run(dirs []string, names string) (err error) {
	if b.tmp, err = os.MkdirTemp("", "bench"); err != nil {
		return err
	}
	defer os.RemoveAll(b.tmp)
	tools := all
	if names != "" {
		tools = slices.DeleteFunc(slices.Clone(all), func(t tool) bool { return !slices.Contains(strings.Split(names, ","), t.name) })
	}
	for _, t := range tools {
		if err := t.build(b); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	b.printHead(tools)
	for _, dir := range dirs {
		if err := b.application(dir, tools); err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
	}
	return nil
}

// application measures the tools on a copy of one application.
func (b *bench) application(dir string, tools []tool) error {
	work := filepath.Join(b.tmp, "app")
	defer os.RemoveAll(work)
	if err := os.CopyFS(work, os.DirFS(dir)); err != nil {
		return err
	}
	if out, err := b.command(work, "go", "build", "./...").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	cells := map[string][]measure{} // by tool and state
	load := loadAverage()
	for range b.rounds {
		for _, t := range tools {
			fresh, err := t.fresh(b)
			if err != nil {
				return err
			}
			for _, state := range states {
				if state == touched || state == moved {
					if err := b.addComment(filepath.Join(work, b.touch), state == moved); err != nil {
						return err
					}
				}
				m, err := b.measure(work, fresh)
				if err != nil {
					return fmt.Errorf("%s, %s: %w", t.name, state, err)
				}
				cells[t.name+state] = append(cells[t.name+state], m)
			}
		}
	}
	printTable(filepath.Base(dir), tools, cells, load, loadAverage())
	return b.facts(work)
}

// The states in which a tool is run, in their order.
const (
	empty   = "empty cache"
	warm    = "warm"
	touched = "one file touched"
	moved   = "its lines moved"
)

var states = []string{empty, warm, touched, moved}

// addComment changes a file so that it compiles to the same; if it is to come first, the lines move.
func (b *bench) addComment(file string, first bool) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	comment := fmt.Appendf(nil, "// %d\n", b.runs)
	if first {
		text = slices.Concat(comment, []byte("\n"), text)
	} else {
		text = slices.Concat(text, []byte("\n"), comment)
	}
	return os.WriteFile(file, text, 0o666)
}
