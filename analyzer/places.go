package analyzer

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// places turns positions that came through facts into positions of this
// process's file set. A file that was not loaded here is added to the set with
// made-up lines wide enough for any column, so that every driver prints the
// right file, line and column.
type places struct {
	fset  *token.FileSet
	files map[string]*token.File
	other map[string]*token.File
	where token.Pos // for positions that are not known
}

const (
	madeUpLines = 200_000
	madeUpWidth = 1_000
)

func newPlaces(pass *analysis.Pass) *places {
	p := &places{fset: pass.Fset, files: map[string]*token.File{}, other: map[string]*token.File{}}
	for _, f := range pass.Files {
		if tf := pass.Fset.File(f.FileStart); tf != nil {
			p.files[tf.Name()] = tf
		}
		if !p.where.IsValid() {
			p.where = f.Package
		}
	}
	return p
}

// file is the file of the set with a name, as large as its content and with its lines:
// drivers compare the size of a file that they change, and count by its offsets. It is nil
// if a file of the package is not what it was.
func (p *places) file(name string, content []byte) *token.File {
	if f := p.files[name]; f != nil {
		if f.Size() != len(content) {
			return nil
		}
		return f
	}
	f := p.fset.AddFile(name, -1, len(content))
	f.SetLinesForContent(content)
	p.files[name] = f
	return f
}

func (p *places) pos(at routes.Position) token.Pos {
	if at.File == "" || at.Line < 1 || at.Line > madeUpLines {
		return p.where
	}
	if f := p.files[at.File]; f != nil && at.Line <= f.LineCount() {
		return min(f.LineStart(at.Line)+token.Pos(max(at.Column-1, 0)), token.Pos(f.Base()+f.Size()))
	}
	f := p.other[at.File]
	if f == nil {
		f = p.fset.AddFile(at.File, -1, madeUpLines*madeUpWidth)
		lines := make([]int, madeUpLines)
		for i := range lines {
			lines[i] = i * madeUpWidth
		}
		f.SetLines(lines)
		p.other[at.File] = f
	}
	return f.LineStart(at.Line) + token.Pos(min(max(at.Column-1, 0), madeUpWidth-1))
}
