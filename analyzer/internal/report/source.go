package report

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/mod/modfile"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Sources reads the files that findings point into, each once.
type Sources struct {
	dir     string // that relative file names are relative to
	root    string // of the repository that dir lies in; dir itself if it lies in none
	files   map[string]string
	modules map[string]module
}

// A module is a directory with a go.mod.
type module struct{ dir, path string }

// NewSources returns the sources of a command that runs in a directory, whose name
// is absolute.
func NewSources(dir string) *Sources {
	s := &Sources{dir: dir, root: dir, files: map[string]string{}, modules: map[string]module{}}
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(d, ".git")); err == nil {
			s.root = d
			return s
		}
		if d == filepath.Dir(d) {
			return s
		}
	}
}

// text is a file's content; it is empty if the file cannot be read.
func (s *Sources) text(file string) string {
	text, ok := s.files[file]
	if !ok {
		text, _ = ReadGo(s.absolute(file))
		s.files[file] = text
	}
	return text
}

// ReadGo reads a Go file for showing it. The analysed code can name any file of the
// machine as the one that a line comes from (//line); what is no Go file is not read, because
// a report may be shown to whoever wrote that code.
func ReadGo(name string) (string, error) {
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(name)
	if err != nil {
		return "", err
	}
	if filepath.Ext(name) != ".go" || !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s: not a Go file", name)
	}
	text, err := os.ReadFile(name)
	return string(text), err
}

func (s *Sources) absolute(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(s.dir, file)
}

// Line is the text of a line; it is empty if it cannot be read.
func (s *Sources) Line(file string, n int) string {
	text := s.text(file)
	for ; n > 1; n-- {
		_, text, _ = strings.Cut(text, "\n")
	}
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSuffix(line, "\r")
}

// column counts a position's column in characters, where the go command counts bytes.
func (s *Sources) column(p routes.Position) int {
	line := s.Line(p.File, p.Line)
	if n := p.Column - 1; 0 < n && n <= len(line) {
		return utf8.RuneCountInString(line[:n]) + 1
	}
	return max(p.Column, 1)
}

// offset is the position of a byte of a file.
func (s *Sources) offset(file string, n int) routes.Position {
	text := s.text(file)
	before := text[:max(0, min(n, len(text)))]
	return routes.Position{
		File: file, Line: strings.Count(before, "\n") + 1, Column: len(before) - strings.LastIndexByte(before, '\n'),
	}
}

// InRepository names a file from the root of the repository, with slashes: so those
// who read a report elsewhere find it. Inside is false for a file that is not of the
// repository; its name is absolute.
func (s *Sources) InRepository(file string) (name string, inside bool) {
	name = s.absolute(file)
	rel, err := filepath.Rel(s.root, name)
	if err != nil || !filepath.IsLocal(rel) {
		return filepath.ToSlash(name), false
	}
	return filepath.ToSlash(rel), true
}

// uri is the reference by which a report names a file: relative to the root of the
// repository (RFC 3986 section 4.2), or a file URI for what lies outside of it.
func (s *Sources) uri(file string) string {
	name, inside := s.InRepository(file)
	if inside {
		return (&url.URL{Path: name}).String()
	}
	return (&url.URL{Scheme: "file", Path: name}).String()
}

// inModule names a file by the path of its module and the directories below it: the
// same on every machine, wherever the module was checked out.
func (s *Sources) inModule(file string) string {
	if file == "" {
		return ""
	}
	name := s.absolute(file)
	m := s.module(filepath.Dir(name))
	if rel, err := filepath.Rel(m.dir, name); err == nil && m.dir != "" {
		return m.path + "/" + filepath.ToSlash(rel)
	}
	return filepath.ToSlash(file)
}

// module finds the module that a directory is part of.
func (s *Sources) module(dir string) module {
	if m, ok := s.modules[dir]; ok {
		return m
	}
	var m module
	if data, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil {
		m = module{dir, modfile.ModulePath(data)}
	} else if parent := filepath.Dir(dir); parent != dir {
		m = s.module(parent)
	}
	s.modules[dir] = m
	return m
}
