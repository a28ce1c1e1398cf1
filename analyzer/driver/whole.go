package driver

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer"
)

// The go command keeps what a vet tool printed apart from its facts, and takes a package for
// analysed if the facts are there (cmd/go/internal/work/exec.go, "Copy cached .stdout file"). So what was to be
// printed is missing, and nobody says so, for a package that was looked at before for the sake of another one that
// imports it, and where a part of the cache is lost: a full disk does that, and a cache that was restored in part.
// But the tool prints an object for every package it is asked about, an empty one if need be, so that they can be counted.

var errLostOutput = errors.New("the go command's cache has lost what was found in some packages: run \"go clean -cache\", and again")

// vetWhole runs go vet, and once more where it did not print what it should have: with a flag that tells these
// packages from all others, what the go command keeps of them is kept for them alone.
func vetWhole(o options, packages []string) (*run, error) {
	due := make(chan int, 1)
	go func() { due <- countVetted(o, packages) }()
	r, err := vet(o, packages)
	want := <-due
	if err != nil || r.failed || r.objects >= want {
		return r, err
	}
	names := sha256.Sum256([]byte(strings.Join(packages, "\n")))
	o.analyzerFlags = append(slices.Clip(o.analyzerFlags), "-"+analyzer.Analyzer.Name+".again="+hex.EncodeToString(names[:8]))
	r, err = vet(o, packages)
	if err == nil && !r.failed && r.objects < want {
		err = errLostOutput
	}
	return r, err
}

// countVetted is how often the go command runs the vet tool for the sake of what it prints: for
// each package, with its tests, and for the external tests of each (cmd/go/internal/vet/vet.go).
// It is 0 if the packages cannot be listed, which go vet says better.
func countVetted(o options, packages []string) int {
	type files struct{ GoFiles, CgoFiles, TestGoFiles, XTestGoFiles []string }
	list, err := goList[files](o, []string{"-find", "-json=GoFiles,CgoFiles,TestGoFiles,XTestGoFiles"}, packages)
	if err != nil {
		return 0
	}
	n := 0
	for _, p := range list {
		if len(p.GoFiles)+len(p.CgoFiles)+len(p.TestGoFiles) > 0 {
			n++
		}
		if len(p.XTestGoFiles) > 0 {
			n++
		}
	}
	return n
}
