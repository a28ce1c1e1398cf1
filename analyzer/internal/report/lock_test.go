package report

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

func TestLock(t *testing.T) {
	table := shop()
	i := slices.IndexFunc(table.Routes, func(r *routes.Route) bool { return len(r.Guards) == 1 })
	table.Routes[i].Guards[0].Name += "$1$2"
	table.Routes[i].App += "$3"
	table.Routes[i].Pattern = "/a\tb\n"
	var b bytes.Buffer
	if err := NewLock("./...", table).Write(&b); err != nil {
		t.Fatal(err)
	}
	golden(t, "shop.lock", func(w io.Writer) { w.Write(b.Bytes()) })
	for _, r := range table.Routes { // nothing in it moves with the lines
		r.Position.Line += 7
	}
	table.Incomplete[0].Position.Line += 7
	slices.Reverse(table.Routes)
	var moved bytes.Buffer
	NewLock("./...", table).Write(&moved)
	if b.String() != moved.String() {
		t.Errorf("got\n%s\nwant\n%s", moved.String(), b.String())
	}
	read, err := ReadLock(strings.NewReader(strings.ReplaceAll(b.String(), "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	if list := Compare(read, NewLock("./...", table)); len(list) > 0 || read.Scope != "./..." {
		t.Errorf("scope %q, changes %v", read.Scope, list)
	}
	for _, bad := range []string{"", "GET /\tauthn\tx\n", "# guardvet lock 2\n", lockHead + "\n=======\n", lockHead + "\nGET /\tauthn\n"} {
		if _, err := ReadLock(strings.NewReader(bad)); err == nil {
			t.Errorf("%q is read without an error", bad)
		}
	}
}

func TestChanges(t *testing.T) {
	const was = `GET /a	authz admin by x.f	m.main
GET /a	authn by x.g	m.main
GET /b	authn by x.f	m.main
GET /c	conditional by x.f	m.main
GET /d	unguarded	m.main
GET /e	public (login)	m.main
GET /f	authz admin by x.f	m.main
GET /g	authn by x.f	m.main
GET /h	authn by x.f	m.main
GET /h	authz admin by x.f	m.main
incomplete	x is not known	a.go
incomplete	y is not known	a.go
`
	const now = `GET /a	authz admin by x.f	m.main
GET /a	unguarded if debug	m.main
GET /b	authn by x.h	m.main
GET /c	authn by x.f	m.main
GET /d	unknown	m.main
GET /f	authz admin by x.f	n.main
GET /g	authn by x.f	m.main
GET /h	authn by x.f	m.main
incomplete	x is not known	a.go
incomplete	z is not known	b.go
`
	read := func(text string) *Lock {
		l, err := ReadLock(strings.NewReader(lockHead + "\n" + text))
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	current := read(now)
	current.Lines[0].Position = routes.Position{File: "main.go", Line: 7, Column: 2}
	golden(t, "changes.txt", func(w io.Writer) { Changes(w, Compare(read(was), current)) })
	golden(t, "changes.none.txt", func(w io.Writer) { Changes(w, Compare(current, read(now))) })
}

func TestMarkdownAndCSV(t *testing.T) {
	two := shop()
	two.Routes[4].App = "example.com/shop/worker.main"
	two.Routes[0].Pattern, two.Routes[0].Condition = "/a|b`c<script>", "x*_|y_* && *p"
	golden(t, "shop.md", func(w io.Writer) { Markdown(w, two) })
	golden(t, "empty.md", func(w io.Writer) { Markdown(w, &routes.Table{}) })
	golden(t, "shop.csv", func(w io.Writer) { CSV(w, two) })
}
