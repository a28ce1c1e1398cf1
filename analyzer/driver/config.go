package driver

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/guardvet/guardvet/analyzer"
	"github.com/guardvet/guardvet/analyzer/internal/config"
	"github.com/guardvet/guardvet/analyzer/internal/rules/catalogue"
)

// The go command keeps what a vet tool found by the tool, its flags and the packages. Of
// files that the tool reads it knows nothing. But it asks the tool who it is, in the
// directory where it was called itself, and what the tool answers is part of the key: so the
// configuration of every module that can be analysed from there is made part of the answer,
// and a changed file is never given an old one.

// A configFile is a configuration that was found.
type configFile struct {
	name string
	text []byte
}

// findConfig looks for the configuration of the module that a directory belongs to: beside
// its go.mod or above, but not beyond the repository. Without one, ok is false.
func findConfig(dir string) (f configFile, ok bool) {
	inModule := false
	for ; ; dir = filepath.Dir(dir) {
		inModule = inModule || exists(filepath.Join(dir, "go.mod"))
		name := filepath.Join(dir, config.Name)
		if inModule {
			if text, err := os.ReadFile(name); err == nil {
				return configFile{name, text}, true
			}
		}
		if dir == filepath.Dir(dir) || inModule && exists(filepath.Join(dir, ".git")) {
			return configFile{}, false
		}
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// configsFrom are the configurations of the modules that can be analysed from a directory:
// its own, and those of its workspace.
func configsFrom(dir string) []configFile {
	var out []configFile
	for _, d := range append([]string{dir}, workspace(dir)...) {
		f, ok := findConfig(d)
		if ok && !slices.ContainsFunc(out, func(o configFile) bool { return o.name == f.name }) {
			out = append(out, f)
		}
	}
	return out
}

// workspace lists the directories of the modules of the workspace around a directory
// (go help work).
func workspace(dir string) []string {
	name := os.Getenv("GOWORK")
	if name == "off" {
		return nil
	}
	for d := dir; name == ""; d = filepath.Dir(d) {
		if file := filepath.Join(d, "go.work"); exists(file) {
			name = file
		} else if d == filepath.Dir(d) {
			return nil
		}
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	work, err := modfile.ParseWork(name, text, nil)
	if err != nil {
		return nil // the go command will say so
	}
	var out []string
	for _, use := range work.Use {
		path := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(name), path)
		}
		out = append(out, path)
	}
	return out
}

// identify answers -V=full, by which the go command tells one tool from another; the form
// of the line is that of the go command's own tools. It reports whether it could.
func identify(w io.Writer) bool {
	dir, err := os.Getwd()
	if err != nil {
		return false
	}
	h := sha256.New()
	self, err := writeBuild(h)
	if err != nil {
		return false
	}
	for _, f := range configsFrom(dir) {
		fmt.Fprintf(h, "%s %d\n%s", f.name, len(f.text), f.text)
	}
	fmt.Fprintf(w, "%s version devel configured buildID=%x\n", self, h.Sum(nil))
	return true
}

// writeBuild writes what tells this build of the tool from others, and returns where it lies.
func writeBuild(w io.Writer) (self string, err error) {
	if self, err = os.Executable(); err != nil {
		return "", err
	}
	return self, checksum(w, self)
}

// checksum writes what tells one build of the tool from others. Every run of go vet waits
// for it: two checksums that processors compute take a tenth of the time of one that nobody
// could forge, and who can change the tool need not forge anything.
func checksum(w io.Writer, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	ieee, castagnoli := crc32.NewIEEE(), crc32.New(crc32.MakeTable(crc32.Castagnoli))
	n, err := io.CopyBuffer(io.MultiWriter(ieee, castagnoli), struct{ io.Reader }{f}, make([]byte, 1<<18))
	fmt.Fprintf(w, "%d %08x %08x\n", n, ieee.Sum32(), castagnoli.Sum32())
	return err
}

// configure hands the configuration of the package at hand to the analyzers, unless a flag
// has it already. cfg is the file by which the go command describes the package.
func configure(cfg string, args []string) {
	flag := "-" + analyzer.Analyzer.Name + ".config="
	if slices.ContainsFunc(args, func(a string) bool { return strings.HasPrefix(strings.TrimPrefix(a, "-"), flag[1:]) }) {
		return
	}
	var pkg struct {
		Dir           string
		ModuleVersion string
		Module        *struct{ Version string }
		VetxOnly      bool
	}
	text, err := os.ReadFile(cfg)
	if err != nil || json.Unmarshal(text, &pkg) != nil || pkg.VetxOnly || pkg.Dir == "" {
		return
	}
	if pkg.ModuleVersion != "" || pkg.Module != nil && pkg.Module.Version != "" {
		return // somebody else's module
	}
	if f, ok := findConfig(pkg.Dir); ok {
		analyzer.Configure(f.name, string(f.text))
	}
}

// A configFlag is the file that the command line names; an empty name means none at all.
type configFlag struct {
	name  string
	given bool
}

func (f *configFlag) set(name string) error {
	f.name, f.given = name, true
	return nil
}

// readConfig checks the configuration, so that what is wrong with it is said once, and
// before anything else is done. One that the command line names is handed on as a flag.
func (o *options) readConfig(dir string) error {
	files := configsFrom(dir)
	if o.config.given {
		files = nil
		f := configFile{o.config.name, []byte("{}")}
		if f.name != "" {
			var err error
			if f.name, err = filepath.Abs(f.name); err != nil {
				return err
			}
			if f.text, err = os.ReadFile(f.name); err != nil {
				return err
			}
			files = []configFile{f}
		}
		name := "-" + analyzer.Analyzer.Name + ".config"
		o.analyzerFlags = append(o.analyzerFlags, name+"="+string(f.text), name+"name="+f.name)
	}
	for _, f := range files {
		s, err := config.Parse(o.relative(f.name), f.text, catalogue.Names())
		if err != nil {
			return err
		}
		o.rules.on = append(o.rules.on, s.Enable...)
	}
	return nil
}
