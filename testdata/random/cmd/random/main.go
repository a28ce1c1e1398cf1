// Command random makes random programs, and compares what guardvet says of their
// routes with what the server answers.
package main

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/guardvet/guardvet/testdata/random"
)

const usage = `usage: random [-framework names] [-n programs] [-seed seed] [-number number] [-shrink [-keep name -note text]] [-v]

Random makes programs that register routes at random, builds and serves them,
sends requests, and compares what guardvet says of the routes with what really
happened. Run it in the folder of the samples:

	go run -C testdata ./random/cmd/random -framework gin -n 1000

It prints the seed, how many programs and routes it has compared, and the
disagreements by kind, and exits with status 1 if there are any. The same seed
makes the same programs.

The flags are:

	-framework names
		the frameworks, separated by commas; by default all:
		%s
	-n programs
		make so many programs for each framework (default 200)
	-seed seed
		make the programs of that seed; by default one that was never used
	-number number
		make only the program of that number
	-v
		print each disagreement
	-shrink
		make the first program with each kind of disagreement as small as one
		can, and print it
	-keep name
		with -shrink, keep the first one in the folder regress/name, from where
		the tests take it
	-note text
		what is wrong with the kept one
`

type options struct {
	frameworks   string
	n            int
	seed, number uint64
	only         bool
	shrink       bool
	keep, note   string
	verbose      bool
}

func main() {
	o := options{}
	all := slices.Sorted(maps.Keys(random.Frameworks))
	flag.Usage = func() { fmt.Fprintf(os.Stderr, usage, strings.Join(all, ", ")) }
	flag.StringVar(&o.frameworks, "framework", strings.Join(all, ","), "")
	flag.IntVar(&o.n, "n", 200, "")
	flag.Uint64Var(&o.seed, "seed", rand.Uint64N(1e9), "")
	flag.Uint64Var(&o.number, "number", 0, "")
	flag.BoolVar(&o.shrink, "shrink", false, "")
	flag.StringVar(&o.keep, "keep", "", "")
	flag.StringVar(&o.note, "note", "", "")
	flag.BoolVar(&o.verbose, "v", false, "")
	flag.Parse()
	flag.Visit(func(f *flag.Flag) { o.only = o.only || f.Name == "number" })
	for _, name := range strings.Split(o.frameworks, ",") {
		if random.Frameworks[name] == nil || flag.NArg() > 0 || o.keep != "" && !o.shrink {
			flag.Usage()
			os.Exit(2)
		}
	}
	wrong, err := run(o)
	if err != nil {
		fmt.Fprintln(os.Stderr, "random:", err)
		os.Exit(2)
	}
	if wrong > 0 {
		os.Exit(1)
	}
}

// atOnce is how many programs are in one module.
const atOnce = 200

// run compares programs and returns how many disagreements there are.
func run(o options) (wrong int, err error) {
	dir, err := os.MkdirTemp("", "random")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	guardvet, err := random.Build(dir)
	if err != nil {
		return 0, err
	}
	fmt.Printf("seed %d\n", o.seed)
	for _, name := range strings.Split(o.frameworks, ",") {
		t := tally{options: o, kinds: map[string]int{}, first: map[string]random.Disagreement{}}
		for list := range slices.Chunk(o.programs(name), atOnce) {
			if err := t.compare(filepath.Join(dir, "m"), guardvet, list); err != nil {
				return wrong, err
			}
		}
		t.print(name)
		wrong += t.wrong
		if o.shrink {
			if err := t.shrink(guardvet); err != nil {
				return wrong, err
			}
		}
	}
	return wrong, nil
}

// programs makes the programs of a framework.
func (o options) programs(framework string) []*random.Program {
	if o.only {
		return []*random.Program{random.Generate(framework, o.seed, o.number)}
	}
	var out []*random.Program
	for i := range o.n {
		out = append(out, random.Generate(framework, o.seed, uint64(i)))
	}
	return out
}

// A tally is what came of the programs of one framework.
type tally struct {
	options
	programs, routes, wrong int
	kinds                   map[string]int
	first                   map[string]random.Disagreement // of each kind
	took                    time.Duration
}

// compare compares programs, in a folder that it makes and removes.
func (t *tally) compare(dir, guardvet string, list []*random.Program) error {
	defer os.RemoveAll(dir)
	began := time.Now()
	b, err := random.Write(dir, guardvet, list)
	if err != nil {
		return err
	}
	routes, wrong, err := b.Compare()
	if err != nil {
		return err
	}
	t.programs += len(list)
	t.routes += routes
	t.wrong += len(wrong)
	for _, d := range wrong {
		if t.verbose {
			fmt.Println(d)
		}
		if t.kinds[d.Kind]++; t.kinds[d.Kind] == 1 {
			t.first[d.Kind] = d
		}
	}
	t.took += time.Since(began)
	return nil
}

func (t *tally) print(framework string) {
	fmt.Printf("%-8s %d programs, %d routes, %d disagreements, %.1fs\n", framework, t.programs, t.routes, t.wrong, t.took.Seconds())
	for _, kind := range slices.Sorted(maps.Keys(t.kinds)) {
		fmt.Printf("%8d %s\n", t.kinds[kind], kind)
		if !t.verbose {
			fmt.Printf("         %v\n", t.first[kind])
		}
	}
}

// shrink prints the first program with each kind of disagreement, made small, and
// keeps the first one if that is asked for.
func (t *tally) shrink(guardvet string) error {
	for _, kind := range slices.Sorted(maps.Keys(t.first)) {
		d := t.first[kind]
		if d.Program == nil {
			continue
		}
		p, err := random.Shrink(guardvet, d.Program, kind, func(size int) { fmt.Fprintf(os.Stderr, "%s: size %d\n", kind, size) })
		if err != nil {
			return err
		}
		s := random.Emit(p, "P")
		fmt.Printf("\n%s, shrunk from program %d:\n\n%s%s%s", kind, d.Program.Number, s.Mw, s.Sub, s.App)
		if t.keep != "" {
			return random.Keep(guardvet, t.keep, t.note, p)
		}
	}
	return nil
}
