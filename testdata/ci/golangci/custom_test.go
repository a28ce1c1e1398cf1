package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	modules "golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// goCommand stands for the go command in TestCustom. Two of what "golangci-lint custom" asks for
// take minutes or the network: to tidy, and to build. Instead of the second it lists what
// would be built in.
const goCommand = `#!/bin/sh
set -e
case "$1 $2" in
"mod tidy") ;;
"build "*) "$GO" list -f '{{.ImportPath}} {{.Module.Version}}' $(sed -n 's/^\t_ "\(.*\)"$/\1/p' cmd/golangci-lint/plugins.go) >custom-gcl ;;
*) exec "$GO" "$@" ;;
esac
`

// TestCustom runs "golangci-lint custom" with .custom-gcl.yml as it stands: its version must be
// one that there is, its module must have the package, and the plugin must agree with the
// versions that golangci-lint requires.
func TestCustom(t *testing.T) {
	goPath, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "bin", "go"), goCommand)
	if err := os.Chmod(filepath.Join(dir, "bin", "go"), 0o755); err != nil {
		t.Fatal(err)
	}
	output := func(where string, args ...string) string {
		t.Helper()
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Dir = where
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%q: %v", args, err)
		}
		return strings.TrimSpace(string(out))
	}

	// What is cloned is made of the files that the command looks into.
	const linter = "github.com/golangci/golangci-lint/v2"
	version, source, _ := strings.Cut(output(".", goPath, "list", "-m", "-f", "{{.Version}} {{.Dir}}", linter), " ")
	repo := filepath.Join(dir, "repo")
	for _, name := range []string{"go.mod", "go.sum", "cmd/golangci-lint/main.go", "cmd/golangci-lint/plugins.go"} {
		write(t, filepath.Join(repo, name), read(t, filepath.Join(source, name)))
	}
	output(repo, "git", "init", "-q")
	output(repo, "git", "add", ".")
	output(repo, "git", "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "a")
	output(repo, "git", "tag", version)

	// The proxies have this module as it is here, what the module cache has, and the go.mod
	// of modules that are required far away.
	const ours, release = "github.com/guardvet/guardvet", "v1.2.3"
	proxy := filepath.Join(dir, "proxy", ours, "@v")
	write(t, filepath.Join(proxy, "list"), release+"\n")
	write(t, filepath.Join(proxy, release+".info"), `{"Version": "`+release+`"}`)
	write(t, filepath.Join(proxy, release+".mod"), read(t, filepath.Join(root, "go.mod")))
	archive, err := os.Create(filepath.Join(proxy, release+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	if err := zip.CreateFromDir(archive, modules.Version{Path: ours, Version: release}, root); err != nil {
		t.Fatal(err)
	}

	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "custom", "-v")
	cmd.Dir = filepath.Join(dir, "work")
	write(t, filepath.Join(cmd.Dir, ".custom-gcl.yml"), read(t, filepath.Join(root, ".custom-gcl.yml")))
	cached := output(".", goPath, "env", "GOMODCACHE")
	cmd.Env = append(os.Environ(), asCommand+"=1", "GO="+goPath, "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"),
		"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url."+repo+".insteadOf", "GIT_CONFIG_VALUE_0=https://github.com/golangci/golangci-lint.git",
		"GOMODCACHE="+filepath.Join(dir, "modules"), "GOFLAGS=-mod=mod -modcacherw", "GOSUMDB=off", "GOWORK=off",
		"GOPROXY=file://"+filepath.Join(dir, "proxy")+",file://"+filepath.Join(cached, "cache", "download")+","+output(".", goPath, "env", "GOPROXY"))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got, want := read(t, filepath.Join(cmd.Dir, "custom-gcl")), ours+"/analyzer/gclplugin "+release+"\n"; got != want {
		t.Errorf("built in: %q, want %q", got, want)
	}
}
