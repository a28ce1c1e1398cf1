package program

import (
	"fmt"
	"slices"
	"testing"
)

const callers = `
-- lib/lib.go --
package lib

type T struct{ on bool }

func (t *T) Timed(f func()) *T        { before(); f(); return t }
func Deferred(n int, f func(int))     { defer f(n) }
func Asked(f func() bool)             { if f() { before() } }
func Returned(f func() error) error   { return f() }
func Begun(f func() error) (err error) {
	if err = begin(); err == nil {
		before()
	}
	{
		err = f()
	}
	return err
}

func (t *T) Rarely(f func())          { if !t.on { return }; f() }
func Nested(so bool, f func())        { if so { f() } }
func Second(so bool, f func() bool)   { _ = so && f() }
func Kept(f func()) func()            { return func() { f() } }
func Other(f, g func())               { if g != nil { panic("no") }; f() }
func Started(f func())                { go f() }
func before()                         {}
func begin() error                    { return nil }
-- app/app.go --
package app

import (
	"net/http"

	"lib"
)

func Handle(w http.ResponseWriter, r *http.Request) {
	new(lib.T).Timed(func() { w.WriteHeader(200) }).Rarely(func() {})
}
`

func TestCallers(t *testing.T) {
	w := load(t, callers)
	var got []string
	for _, c := range w.units["lib"].Callers {
		got = append(got, fmt.Sprint(c.Func, " ", c.Param))
	}
	want := []string{"(*lib.T).Timed 1", "lib.Asked 0", "lib.Begun 0", "lib.Deferred 1", "lib.Returned 0"}
	if !slices.Equal(got, want) {
		t.Errorf("callers are %q, want %q", got, want)
	}
	if got := w.units["app"].Callers; len(got) != 1 || got[0] != (Caller{Func: "(*lib.T).Timed", Param: 1}) {
		t.Errorf("the unit that uses them carries %v", got)
	}
}
