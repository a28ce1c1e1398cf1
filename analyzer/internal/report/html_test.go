package report

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// TestHTMLData: the data of the page has every route, its steps and guards once, and the
// lines that it can show, cut. What a browser makes of it is tested in inbrowser.
func TestHTMLData(t *testing.T) {
	lines := strings.Split(strings.Repeat("line\n", 200), "\n")
	lines[11] = strings.Repeat("é", 300) + "\xff"
	table := shop()
	again := *table.Routes[2] // the same chain once more
	again.Method = "PUT"
	table.Routes = append(table.Routes, &again)
	asked := map[string]int{}
	p := newPage(table, nil, func(file string) []string { asked[file]++; return lines })
	if len(p.Routes) != 6 || len(p.Guards) != 2 || len(p.Steps) != 5 {
		t.Errorf("%d routes, %d guards, %d steps", len(p.Routes), len(p.Guards), len(p.Steps))
	}
	if !reflect.DeepEqual(p.Routes[2].Chain, p.Routes[5].Chain) {
		t.Error("two routes of the same chain have different ones")
	}
	if p.Totals != count(table) {
		t.Errorf("totals %v", p.Totals)
	}
	auth := p.Source["auth/auth.go"]
	for n, want := range map[int]string{12: strings.Repeat("é", longestLine) + "…", 13: "line", 17: "line", 22: ""} {
		if auth[n] != want {
			t.Errorf("line %d is %q, want %q", n, auth[n], want)
		}
	}
	for file, n := range asked {
		if n != 1 {
			t.Errorf("%s is read %d times", file, n)
		}
	}
	text, err := json.Marshal(newPage(&routes.Table{}, nil, nil))
	if err != nil || bytes.Contains(text, []byte("null")) {
		t.Errorf("null in %s, %v", text, err)
	}
}

// TestHTMLSame: the same table gives the same bytes.
func TestHTMLSame(t *testing.T) {
	var pages [2]bytes.Buffer
	for i := range pages {
		source := func(string) []string { return []string{"a", "b"} }
		if err := HTML(&pages[i], shop(), []Finding{{Message: "x"}}, source); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(pages[0].Bytes(), pages[1].Bytes()) {
		t.Error("two pages of one table differ")
	}
}

func TestIdentities(t *testing.T) {
	route := func(app, method, pattern string) *routes.Route {
		return &routes.Route{App: app, Method: method, Pattern: pattern}
	}
	got := identities(&routes.Table{Routes: []*routes.Route{
		route("a.main", "GET", "/x"), route("a.main", "GET", "/y"), route("a.main", "GET", "/y"), route("b.main", "GET", "/x"), route("b.main", "GET", "/x"),
	}})
	want := []string{"GET /x in a.main", "GET /y", "GET /y (2)", "GET /x in b.main", "GET /x in b.main (2)"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestConcerned: a finding belongs to the routes that it is about.
func TestConcerned(t *testing.T) {
	loop, fault, use, comment, exit, declared := at(1), at(2), at(3), at(4), at(5), at(6)
	x := newIndex(&routes.Table{Routes: []*routes.Route{
		{Method: "GET", Pattern: "/a", Position: loop},
		{Method: "GET", Pattern: "/a/b", Position: loop, Chain: []routes.Step{{Attached: use, Exits: []routes.Exit{{Position: exit}}}}},
		{Method: "GET", Pattern: "/c", Position: at(9), Missed: []routes.Guard{{Attached: use}}, Public: &routes.Annotation{Position: comment}},
		{Method: "GET", Pattern: "/d", Position: at(10), Declared: &routes.Declaration{Position: declared}, Chain: []routes.Step{{Faults: []routes.Fault{{Position: fault}}}}},
		{Method: "GET", Pattern: "/e", Position: at(11), Chain: []routes.Step{{Faults: []routes.Fault{{Position: fault}}}, {Attached: at(10)}}},
	}})
	for _, test := range []struct {
		at      routes.Position
		message string
		want    []int
	}{
		{loop, "x: GET /a is open", []int{0}},
		{loop, "x: GET /a/b is open", []int{1}},
		{loop, "x: something", []int{0, 1}},
		{fault, "x: on GET /d and one more route", []int{3, 4}},
		{use, "x: attached late", []int{2}},
		{comment, "x: no reason", []int{2}},
		{declared, "x: declares", []int{3}},
		{exit, "x: wrong", []int{1}},
		{at(10), "x: here", []int{3}},
		{at(99), "x: GET /a", []int{}},
	} {
		if got := x.concerned(Finding{Position: test.at, Message: test.message}); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s %q: %v, want %v", test.at, test.message, got, test.want)
		}
	}
}

func TestPackageOf(t *testing.T) {
	for symbol, want := range map[string]string{
		"example.com/x/auth.Require": "example.com/x/auth", "(*example.com/x/auth.Auth).Require$1": "example.com/x/auth",
		"example.com/x.v2/auth.Do[example.com/y/z.T]": "example.com/x.v2/auth", "main.main": "main", "": "",
	} {
		if got := packageOf(symbol); got != want {
			t.Errorf("packageOf(%q) = %q, want %q", symbol, got, want)
		}
	}
}
