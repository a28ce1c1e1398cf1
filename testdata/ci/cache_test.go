package ci

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSharedCache runs the command in two checkouts of a program with one cache by way of
// cacheprog, as two machines do. The router is a stub, because all that net/http imports would
// have to be compiled.
func TestSharedCache(t *testing.T) {
	root := shop(t)
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	for _, args := range [][]string{{"-C", root, "install", "./cmd/guardvet"}, {"-C", filepath.Join(root, "testdata", "ci"), "install", "./cacheprog"}} {
		if out, code := run(t, dir, []string{"GOBIN=" + bin, "GOFLAGS=-buildvcs=false"}, append([]string{"go"}, args...)...); code != 0 {
			t.Fatalf("go %q: exit %d\n%s", args, code, out)
		}
	}
	const router = "github.com/julienschmidt/httprouter"
	write(t, "router/go.mod", "module "+router+"\n\ngo 1.26\n")
	write(t, "router/router.go", "package httprouter\n\ntype Router struct{}\n\nfunc (*Router) GET(path string, handle func(w, r any, params []string)) {}\n")
	for _, checkout := range []string{"first", "second"} {
		write(t, filepath.Join(checkout, "go.mod"), "module example.com/program\n\ngo 1.26\n\nrequire "+router+" v1.3.0\n\nreplace "+router+" => ../router\n")
		write(t, filepath.Join(checkout, "main.go"), "package main\n\nimport \""+router+"\"\n\nfunc main() { new(httprouter.Router).GET(\"/prices\", func(w, r any, params []string) {}) }\n")
	}
	write(t, "shared/README", "a cache of the go command\n")
	log := filepath.Join(dir, "log")
	var hits, misses [2]int
	for i, checkout := range []string{"first", "second"} {
		// With -trimpath the go command would name the first one's files to the second.
		env := []string{"GOFLAGS=-trimpath", "GOCACHE=" + t.TempDir(), "GOCACHEPROG=" + filepath.Join(bin, "cacheprog") + " -log " + log + " " + filepath.Join(dir, "shared")}
		out, code := run(t, checkout, env, filepath.Join(bin, "guardvet"), "routes")
		if code != 0 || !strings.Contains(out, " main.go:5:") {
			t.Errorf("%s: exit %d\n%s", checkout, code, out)
		}
		if _, err := fmt.Sscanf(read(t, log), "hits %d, misses %d", &hits[i], &misses[i]); err != nil {
			t.Fatal(err)
		}
	}
	if hits[0] > 0 || misses[1] > 5 || hits[1] < misses[0] { // the program itself is known by its directory
		t.Errorf("hits %d, misses %d", hits, misses)
	}
}
