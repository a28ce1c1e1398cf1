package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// facts prints how many bytes guardvet's facts are, of all packages of an application
// together, and how many their export data. The file of facts of a package holds its types
// too; the empty tool's file has nothing else.
func (b *bench) facts(dir string) error {
	var sizes [2]int64
	for i, t := range all[:2] {
		r, err := t.fresh(b)
		if err != nil {
			return err
		}
		sizes[i] = b.factFiles(dir, r)
	}
	out, err := b.command(dir, "go", "list", "-export", "-deps", "-test", "-f", "{{.Export}}", "./...").Output()
	if err != nil {
		return err
	}
	var exports int64
	for _, file := range strings.Fields(string(out)) {
		exports += exportData(file)
	}
	facts := sizes[1] - sizes[0]
	fmt.Printf("\nfacts %d bytes, export data %d: %.1f %%\n", facts, exports, 100*float64(facts)/float64(exports))
	return nil
}

// factFiles is the size of the files of facts that a vet tool writes.
func (b *bench) factFiles(dir string, r ready) (size int64) {
	keep := filepath.Join(b.tmp, "work")
	os.MkdirAll(keep, 0o777)
	defer os.RemoveAll(keep)
	cmd := b.command(dir, "go", "vet", "-work", r.args[2], "./...")
	cmd.Env = append(cmd.Env, "GOTMPDIR="+keep)
	cmd.Run() // findings are no failure
	filepath.WalkDir(keep, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "vet.out" {
			if info, err := d.Info(); err == nil {
				size += info.Size()
			}
		}
		return nil
	})
	return size
}

// exportData is the size of the first member of an archive, __.PKGDEF (ar(5)).
func exportData(file string) int64 {
	f, err := os.Open(file)
	if err != nil {
		return 0
	}
	defer f.Close()
	var head [68]byte
	if _, err := f.Read(head[:]); err != nil || string(head[:8]) != "!<arch>\n" {
		return 0
	}
	n, _ := strconv.ParseInt(strings.TrimSpace(string(head[56:66])), 10, 64)
	return n
}
