package random

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// A Kept is a program of which guardvet was wrong once, in a folder of the samples'
// regress: there is its source, and this in the file want.json.
type Kept struct {
	// Note says what was wrong.
	Note    string
	Program *Program
	// Served is what the server answers.
	Served []Served
}

const keptFile = "want.json"

// keptBatch is a batch of one program that is in the samples themselves.
func keptBatch(guardvet string, p *Program) *Batch {
	return &Batch{
		Dir: folder(), Programs: []*Program{p}, Times: map[string]time.Duration{}, guardvet: guardvet,
		module: samples, kit: samples + "/random/kit", places: places{},
	}
}

// Keep serves a program and keeps it, under a name that is not taken.
func Keep(guardvet, name, note string, p *Program) error {
	k := Kept{Note: note, Program: p}
	dir, err := os.MkdirTemp("", "keep")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b, err := Write(dir, guardvet, []*Program{p})
	if err != nil {
		return err
	}
	served, err := b.Serve([][]Found{nil})
	if err != nil {
		return err
	}
	k.Served = served[0]
	text, err := json.MarshalIndent(k, "", "\t")
	if err != nil {
		return err
	}
	name = "regress/" + name
	if _, err := os.Stat(filepath.Join(folder(), name)); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already", name)
	}
	b = keptBatch(guardvet, p)
	if err := b.group(name, []int{0}); err != nil {
		return err
	}
	return b.write(name+"/"+keptFile, append(text, '\n'))
}

// Regress compares what guardvet says of the programs that were kept, by name.
func Regress(guardvet string) (names []string, wrong map[string][]Disagreement, err error) {
	files, err := filepath.Glob(filepath.Join(folder(), "regress", "*", keptFile))
	if err != nil || len(files) == 0 {
		return nil, nil, err
	}
	t, err := keptBatch(guardvet, nil).table("./regress/...")
	if err != nil {
		return nil, nil, err
	}
	wrong = map[string][]Disagreement{}
	for _, file := range files {
		name := filepath.Base(filepath.Dir(file))
		names = append(names, name)
		if wrong[name], err = t.compare(guardvet, name, file); err != nil {
			return nil, nil, err
		}
	}
	return names, wrong, nil
}

// compare compares a table of several programs with what one that was kept serves.
func (t *table) compare(guardvet, name, file string) ([]Disagreement, error) {
	var k Kept
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &k); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	b := keptBatch(guardvet, k.Program)
	mw := path.Join("regress", name, "mw", "P0.go")
	if text, err = os.ReadFile(filepath.Join(b.Dir, mw)); err != nil {
		return nil, err
	}
	b.places.add(mw, text)
	var found []Found
	for _, r := range t.Routes {
		if strings.Contains(r.App, "/regress/"+name+".") || strings.HasPrefix(r.Position, "regress/"+name+"/") {
			found = append(found, r)
		}
	}
	out := compare(k.Program, b.places, found, k.Served)
	for _, i := range t.Incomplete {
		if strings.HasPrefix(i.Position, "regress/"+name+"/") {
			out = append(out, Disagreement{Program: k.Program, Kind: "incomplete", What: i.Position + ": " + i.Reason})
		}
	}
	return append(out, surplus(k.Program, found, k.Served)...), nil
}

// surplus are the routes that guardvet has found and that were not served.
func surplus(p *Program, found []Found, served []Served) (out []Disagreement) {
	known := map[RouteOf]bool{}
	for _, s := range served {
		known[s.RouteOf] = true
	}
	for _, f := range found {
		if r := (RouteOf{f.Method, f.Pattern}); !known[r] {
			out = append(out, Disagreement{Program: p, Route: r, Kind: "surplus", What: f.Verdict})
		}
	}
	return out
}
