package table

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A source answers for the program that a table was made from.
type source struct{ *program.Program }

// SourceOf answers for a program of which the table is known.
func SourceOf(p *program.Program) routes.Source { return source{p} }

// Sum implements [routes.Source].
func (s source) Sum(file string) (string, bool) {
	f, ok := s.File(file)
	return f.Sum, ok
}

// Called implements [routes.Source].
func (s source) Called(at routes.Position) (routes.Callee, bool) {
	c, ok := s.Callee(program.Pos{File: at.File, Line: at.Line, Col: at.Column})
	return routes.Callee(c), ok
}
