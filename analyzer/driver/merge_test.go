package driver

import (
	"slices"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

func TestMerge(t *testing.T) {
	at := func(line int) routes.Position { return routes.Position{File: "/w/a.go", Line: line, Column: 1} }
	route := func(app, pattern string, line int, open bool) *routes.Route {
		return &routes.Route{App: app, Method: "GET", Pattern: pattern, Position: at(line), Open: open}
	}
	library := &routes.Table{Package: "x/lib", Routes: []*routes.Route{
		route("(not served)", "/b", 2, true), route("(not served)", "/alone", 9, true),
	}, Incomplete: []routes.Incomplete{{Position: at(30), Reason: "in a library"}}}
	command := &routes.Table{Package: "x/cmd", Command: true, Routes: []*routes.Route{
		route("x/cmd.main", "/api/b", 2, false), route("x/cmd.main", "/api/a", 1, false),
		route("x/cmd.main", "/api/a", 1, false), // once more
	}, Seen: []routes.Position{at(1), at(2)}, Incomplete: []routes.Incomplete{{Position: at(10), Reason: "y"}, {Position: at(9), Reason: "x"}, {Position: at(10), Reason: "y"}}}

	for _, order := range [][]*routes.Table{{library, command}, {command, library}} {
		got := merge(order)
		var patterns []string
		for _, r := range got.Routes {
			patterns = append(patterns, r.Pattern)
		}
		if want := []string{"/alone", "/api/a", "/api/b"}; !slices.Equal(patterns, want) {
			t.Errorf("routes %q, want %q", patterns, want)
		}
		var reasons []string
		for _, i := range got.Incomplete {
			reasons = append(reasons, i.Reason)
		}
		if s := strings.Join(reasons, " "); s != "x y" {
			t.Errorf("incomplete %q, want those of the command, sorted and once", s)
		}
	}
	if got := merge(nil); got.Routes == nil || got.Incomplete == nil {
		t.Error("the lists of an empty table are nil")
	}
}

func TestShorten(t *testing.T) {
	at := routes.Position{File: "/w/a.go", Line: 1, Column: 1}
	table := &routes.Table{Routes: []*routes.Route{{
		Position: at, Closed: at, HandlerPosition: at, Guards: []routes.Guard{{Position: at, Attached: at}},
		Chain:  []routes.Step{{Position: at, Attached: at, Exits: []routes.Exit{{Position: at}}, Faults: []routes.Fault{{Position: at}}}},
		Public: &routes.Annotation{Position: at}, Missed: []routes.Guard{{Position: at, Attached: at}}, Declared: &routes.Declaration{Position: at},
	}}, Idle: []routes.Guard{{Position: at, Attached: at}}, Incomplete: []routes.Incomplete{{Position: at}}}
	shorten(table, options{bases: []string{"/w"}})
	r := table.Routes[0]
	for name, p := range map[string]routes.Position{
		"route": r.Position, "closed": r.Closed, "handler": r.HandlerPosition, "guard": r.Guards[0].Position,
		"attached": r.Guards[0].Attached, "step": r.Chain[0].Position, "step attached": r.Chain[0].Attached,
		"exit": r.Chain[0].Exits[0].Position, "comment": r.Public.Position, "incomplete": table.Incomplete[0].Position,
		"declared": r.Declared.Position, "fault": r.Chain[0].Faults[0].Position, "missed": r.Missed[0].Position, "missed attached": r.Missed[0].Attached,
		"idle": table.Idle[0].Position, "idle attached": table.Idle[0].Attached,
	} {
		if p.File != "a.go" {
			t.Errorf("%s: %s is not shortened", name, p.File)
		}
	}
}
