package driver

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// analyse runs go vet over the packages, and says what to do about what went wrong.
func analyse(o options) (*result, error) {
	defer progress(o)()
	r, err := analyseSound(o)
	if err == nil {
		r.trouble = advise(r.trouble)
	}
	return r, err
}

// analyseSound analyses the packages that can be loaded. The go command analyses none of
// them when one cannot; then they are sorted, and the sound ones analysed.
func analyseSound(o options) (*result, error) {
	r, err := vetWhole(o, o.packages)
	if err != nil {
		return nil, err
	}
	if !r.failed {
		r.trouble = append(r.trouble, unmatched(r.said)...)
		return &r.result, nil
	}
	if line := outdated(r.said); line != "" {
		return &result{trouble: []string{line}}, nil
	}
	list, err := listPackages(o)
	if err != nil { // nothing can be loaded, and go vet has said why
		r.trouble = append(r.trouble, sayings(r.said)...)
		return r.orTrouble(), nil
	}
	sound, unsound := list.sort()
	broken := list.errors(unsound)
	if len(unsound) > 0 && len(sound) > 0 && !namesFiles(o.packages) {
		if r, err = vetWhole(o, sound); err != nil {
			return nil, err
		}
	}
	said := r.said
	if len(unsound) > 0 && len(sound) == 0 {
		said = "" // it would be the same once more
	}
	lines, failed := failures(said)
	r.trouble = slices.Concat(broken, r.trouble, lines, list.dependents(failed))
	return r.orTrouble(), nil
}

// orTrouble sees to it that a failure is never silent.
func (r *run) orTrouble() *result {
	if len(r.trouble) == 0 {
		r.trouble = []string{"go vet failed without saying why"}
	}
	return &r.result
}

// namesFiles reports whether the command line names Go files, which are one
// package and cannot be sorted.
func namesFiles(args []string) bool {
	return slices.ContainsFunc(args, func(s string) bool { return strings.HasSuffix(s, ".go") })
}

// A listing is what go list says of the packages, their test variants included.
type listing []listed

type listed struct {
	ImportPath string
	ForTest    string
	Deps       []string
	Error      *listError
	DepsErrors []*listError
}

type listError struct {
	ImportStack []string
	Pos         string
	Err         string
}

func listPackages(o options) (listing, error) {
	return goList[listed](o, []string{"-e", "-test", "-json=ImportPath,ForTest,Deps,Error,DepsErrors"}, o.packages)
}

// goList runs "go list" over packages, and returns what it says of each as JSON.
func goList[T any](o options, flags, packages []string) ([]T, error) {
	out, said, err := o.goCommand(slices.Concat([]string{"list"}, flags, o.buildFlags, packages))
	if err != nil {
		return nil, fmt.Errorf("go list: %w: %s", err, said)
	}
	var list []T
	for dec := json.NewDecoder(strings.NewReader(out)); dec.More(); {
		var p T
		if err := dec.Decode(&p); err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		list = append(list, p)
	}
	return list, nil
}

// path is the package that a listed one is, or tests.
func (p listed) path() string {
	if p.ForTest != "" {
		return p.ForTest
	}
	return strings.TrimSuffix(p.ImportPath, ".test")
}

// sort tells packages that can be loaded from those that cannot.
func (l listing) sort() (sound, unsound []string) {
	for _, p := range l {
		if path := p.path(); (p.Error != nil || len(p.DepsErrors) > 0) && !slices.Contains(unsound, path) {
			unsound = append(unsound, path)
		}
	}
	for _, p := range l {
		if path := p.path(); !slices.Contains(unsound, path) && !slices.Contains(sound, path) {
			sound = append(sound, path)
		}
	}
	return sound, unsound
}

// errors says why packages cannot be loaded, each reason once; a package that
// only suffers from what was said of another one is named after it.
func (l listing) errors(unsound []string) []string {
	var out, suffering []string
	said := map[string]bool{}
	for _, path := range unsound {
		var fresh []string
		for _, p := range l {
			if p.path() != path {
				continue
			}
			for _, e := range append([]*listError{p.Error}, p.DepsErrors...) {
				if e == nil || said[e.line(path)] {
					continue
				}
				said[e.line(path)] = true
				fresh = append(fresh, e.line(path))
			}
		}
		if len(fresh) == 0 {
			suffering = append(suffering, path+": not analysed: it needs what is named above")
		}
		slices.SortFunc(fresh, byPosition)
		out = append(out, fresh...)
	}
	return append(out, suffering...)
}

// byPosition orders lines that begin with a position: the go command does not.
func byPosition(a, b string) int {
	p, _, _ := strings.Cut(a, ": ")
	q, _, _ := strings.Cut(b, ": ")
	switch {
	case lessPosition(p, q):
		return -1
	case lessPosition(q, p):
		return 1
	}
	return strings.Compare(a, b)
}

// line makes one line of an error, beginning with where it is.
func (e *listError) line(path string) string {
	text := strings.TrimPrefix(report.OneLine(e.Err), "pattern "+path+": ")
	switch {
	case strings.HasSuffix(text, ": directory not found"):
		text = "no such directory"
	case strings.HasPrefix(text, "no Go files in "):
		text = "no Go files"
	case strings.Contains(text, "build constraints exclude all Go files"):
		text = "build constraints exclude all Go files"
	case strings.Contains(text, " is not in std"):
		return fmt.Sprintf("%q is neither a command nor a package; a directory is written ./%s", path, path)
	case text == "import cycle not allowed":
		text += ": " + strings.Join(e.ImportStack, " → ")
	}
	if e.Pos != "" {
		return e.Pos + ": " + text
	}
	return path + ": " + text
}

// dependents names the packages that were not analysed because one that they
// import does not compile.
func (l listing) dependents(failed []string) []string {
	var out []string
	for _, p := range l {
		if p.ForTest != "" || slices.Contains(failed, p.ImportPath) {
			continue
		}
		for _, dep := range p.Deps {
			line := p.path() + ": not analysed: it needs " + dep
			if slices.Contains(failed, dep) && !slices.Contains(out, line) {
				out = append(out, line)
				break
			}
		}
	}
	return out
}

// relative shortens a file name or position, as the go command does.
func (o options) relative(name string) string {
	for _, base := range o.bases {
		if rel, err := filepath.Rel(base, name); err == nil && len(rel) < len(name) {
			return rel
		}
	}
	return name
}
