package program

import (
	"slices"
	"testing"
)

const threeLayers = `
-- base/a.go --
package base

import "net/http"

//guardvet:public carried with Ping
type Table struct {
	Routes []Route
	Next   *Table
}

type Route struct {
	Path string
	H    http.Handler
}

type Mixin struct{ prefix string }

func (m *Mixin) ServeHTTP(w http.ResponseWriter, r *http.Request) { deny(w, m.prefix) }

var message = text()

func text() string                          { return "no" }
func deny(w http.ResponseWriter, s string)  { http.Error(w, message+s, 401) }
func unused(w http.ResponseWriter)          { deny(w, "") }
func Ping(w http.ResponseWriter, r *http.Request) { func() { deny(w, "") }() }
func Each[T http.Handler](h T) http.Handler { return h }
func (t *Table) Add(p string, h http.Handler) *Table {
	t.Routes = append(t.Routes, Route{p, h})
	return t
}
-- base/other.go --
package base

//guardvet:public not carried: nothing of this file is reached
var x int
-- middle/a.go --
package middle

import (
	"base"
	"net/http"
)

type Handler struct{ base.Mixin }

func Routes(t *base.Table) *base.Table {
	return t.Add("/", &Handler{}).Add("/ping", http.HandlerFunc(base.Ping))
}

type Value struct{}

func (Value) ServeHTTP(w http.ResponseWriter, r *http.Request) { base.Ping(w, r) }
-- top/a.go --
package main

import (
	"middle"
	"net/http"
)

func main() {
	t := middle.Routes(nil)
	for _, r := range t.Routes {
		http.Handle(r.Path, r.H)
	}
}
`

// TestClosed sees to it that a unit has all that its functions reach, when only
// the units of direct imports are at hand.
func TestClosed(t *testing.T) {
	w := load(t, threeLayers)
	top := w.unit("top")
	expect(t, top, "top.main", "middle.Routes", "(*base.Table).Add", "(*base.Mixin).ServeHTTP", "base.deny",
		"base.Ping", "base.Ping$1", "base.init", "base.text",
		"middle.init", "top.init") // initializers run those of their imports
	for path := range w.units {
		closed(t, w, w.unit(path))
	}
	for name, fields := range map[string]int{"base.Table": 2, "base.Route": 2, "middle.Handler": 1, "base.Mixin": 1} {
		if typ := top.typ(name); typ == nil || typ.Opaque || len(typ.Fields) != fields {
			t.Errorf("type %s: %v", name, typ)
		}
	}
	symbol, path, ok := Link(top).Method("*middle.Handler", "ServeHTTP")
	if !ok || symbol != "(*base.Mixin).ServeHTTP" || !slices.Equal(path, []int{0}) {
		t.Errorf("promoted method: %s %v %v", symbol, path, ok)
	}
	if len(top.Directives) != 1 || top.Directives[0].Reason != "carried with Ping" {
		t.Errorf("directives: %v", top.Directives)
	}
}

// closed fails when a function that the unit refers to has a body elsewhere, but
// not here.
func closed(t *testing.T, w *world, u *Unit) {
	t.Helper()
	var all []*Unit
	for _, other := range w.units {
		all = append(all, other)
	}
	everything := Link(all...)
	for _, f := range u.Funcs {
		for _, s := range u.reach(f) {
			if everything.Func(s) != nil && u.find(s) == nil {
				t.Errorf("%s: %s refers to %s, which is missing", u.Path, f.Name, s)
			}
		}
	}
}

// TestTypeArguments sees to it that methods reached through a type argument
// only, or through a type known by name only, travel.
func TestTypeArguments(t *testing.T) {
	w := load(t, threeLayers+`
-- last/a.go --
package last

import (
	"base"
	"middle"
	"net/http"
)

func Routes() http.Handler { return base.Each(middle.Value{}) }
func Name(t *base.Table) *base.Table { return t }
func Use(t *base.Table) http.Handler { middle.Routes(t); return nil }
`)
	u := w.unit("last")
	for _, s := range []string{"(middle.Value).ServeHTTP", "base.Ping", "base.Each", "(*base.Table).Add"} {
		if u.find(s) == nil {
			t.Errorf("%s is missing", s)
		}
	}
	if typ := u.typ("base.Table"); typ == nil || typ.Opaque {
		t.Errorf("the fields of base.Table are missing: %v", typ)
	}
}

// TestFailedTravels sees to it that an importer says what it does not know.
func TestFailedTravels(t *testing.T) {
	w := load(t, threeLayers)
	u := w.units["middle"]
	u.Funcs = slices.DeleteFunc(u.Funcs, func(f *Func) bool { return f.Name == "middle.Routes" })
	u.Failed = []string{"middle.Routes: broken", "middle.elsewhere: broken too"}
	if got := Lower(w.inputs["top"]).Failed; !slices.Equal(got, []string{"middle.Routes: broken"}) {
		t.Errorf("failed: %q", got)
	}
}
