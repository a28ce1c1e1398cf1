package program

import (
	"cmp"
	"crypto/sha256"
	"slices"
)

// A File says which content a source file had when the unit was made. A fix is for
// that content and for no other, and it is made by whoever evaluates the program: a
// process that is run again only if what it imports exports something else. So the
// content must be part of the fact.
type File struct {
	Name string
	Sum  string // see Sum
}

// sumSize is as short as keeps two versions of a file apart; nobody gains by a collision.
const sumSize = 8

// Sum is the start of the SHA-256 of a file's content.
func Sum(content []byte) string {
	sum := sha256.Sum256(content)
	return string(sum[:sumSize])
}

// noteFiles notes the files of the own functions that are in the unit, where somebody
// might want to change them: in the module being worked on, and written by hand. A file
// whose positions are not its own (//line) is left out.
func (l *lowerer) noteFiles() {
	if !l.Main || l.ReadFile == nil {
		return
	}
	used := map[string]bool{}
	for _, f := range l.unit.Funcs {
		used[f.Pos.File] = true
	}
	for _, d := range l.unit.Directives {
		used[d.Pos.File] = true
	}
	for _, f := range l.Files {
		name := l.Fset.PositionFor(f.FileStart, false).Filename
		if !used[name] || l.generated[name] || l.Fset.Position(f.FileEnd) != l.Fset.PositionFor(f.FileEnd, false) {
			continue
		}
		content, err := l.ReadFile(name)
		if err != nil { // without its content, nothing in it is mended
			continue
		}
		l.unit.Files = append(l.unit.Files, File{Name: name, Sum: Sum(content)})
	}
}

// carryFiles takes over what is known of the files of functions that imports carry.
func (l *lowerer) carryFiles(imports []*Unit, used map[string]bool) {
	for _, u := range imports {
		for _, f := range u.Files {
			if used[f.Name] {
				l.unit.Files = append(l.unit.Files, f)
			}
		}
	}
}

// sortFiles puts the files in order, once each.
func (u *Unit) sortFiles() {
	slices.SortFunc(u.Files, func(a, b File) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Sum, b.Sum))
	})
	u.Files = slices.CompactFunc(u.Files, func(a, b File) bool { return a.Name == b.Name })
}
