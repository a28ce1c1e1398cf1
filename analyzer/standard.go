package analyzer

import (
	"go/types"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// isStandard reports whether the package is of the standard library. It has no
// routes of its own, and what its functions do is in the tables.
func isStandard(pass *analysis.Pass) bool {
	if pass.Module != nil && pass.Module.Path != "" && pass.Module.Path != "std" && pass.Module.Path != "cmd" {
		return false
	}
	first, _, _ := strings.Cut(pass.Pkg.Path(), "/")
	return standard[first] && inSourceTree(pass)
}

// inSourceTree reports whether the package's files lie in a directory src/<path>, as
// those of the standard library do. Drivers that know no modules, as Bazel's nogo, may
// call a package of the program cmd/server.
func inSourceTree(pass *analysis.Pass) bool {
	for _, f := range pass.Files {
		dir := filepath.ToSlash(filepath.Dir(pass.Fset.File(f.FileStart).Name()))
		if strings.HasSuffix("/"+dir, "/src/"+pass.Pkg.Path()) {
			return true
		}
	}
	return len(pass.Files) == 0
}

// standard are the first elements of the standard library's import paths (go1.26).
var standard = set("archive bufio builtin bytes cmd cmp compress container context crypto database debug embed " +
	"encoding errors expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin " +
	"reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe vendor weak")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// neverReturns names functions after which nothing runs. Finding them by
// analysis would cost a pass over every package.
func neverReturns(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "os":
		return fn.Name() == "Exit"
	case "runtime":
		return fn.Name() == "Goexit"
	}
	switch fn.Name() {
	case "Fatal", "Fatalf", "Fatalln", "Fatalw", "Panicf", "Panicln":
		return true
	}
	return false
}
