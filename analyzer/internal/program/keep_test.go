package program

import (
	"slices"
	"strings"
	"testing"
)

// expect fails unless the unit has exactly these functions.
func expect(t *testing.T, u *Unit, want ...string) {
	t.Helper()
	slices.Sort(want)
	if got := u.names(); !slices.Equal(got, want) {
		t.Errorf("%s keeps\n\t%s\nwant\n\t%s", u.Path, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestKeep(t *testing.T) {
	u := load(t, `
-- app/a.go --
package app

import (
	"net/http"
	"strings"
)

var mux = build()
var title = strings.ToUpper("x")
var lazy = func() string { return helper() }

func init() { register("/late") }

func build() *http.ServeMux { return http.NewServeMux() }
func register(p string)     { mux.Handle(p, handler{}) }
func Run()                  { register("/a") }
func outer()                { Run() }

type handler struct{ inner }
type inner struct{}

func (handler) String() string                               { return path() }
func (inner) ServeHTTP(http.ResponseWriter, *http.Request)   {}
func path() string                                           { return "/" }
func helper() string                                         { return "" }

func alone() string                    { return title }
func client() (*http.Response, error)  { return http.Get("x") }
func other() string                    { return alone() }
`).unit("app")
	expect(t, u, "(app.handler).String", "(app.inner).ServeHTTP", "app.Run", "app.build", "app.init", "app.init#1",
		"app.outer", "app.path", "app.register",
		"app.init$1", "app.helper") // for lazy: the initializer is one function
}

func TestKeepByVariable(t *testing.T) {
	u := load(t, `
-- app/a.go --
package app

import "net/http"

var mux = http.NewServeMux()
var title = "x"

func Title() string { return title }
func Mux() any      { return mux }
`).unit("app")
	expect(t, u, "app.Mux", "app.init")
}

func TestRelevant(t *testing.T) {
	w := load(t, `
-- client/a.go --
package client

import "net/http"

func Get() (*http.Response, error) {
	r, err := http.NewRequest("GET", "x", nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(r)
}
-- request/a.go --
package request

import "net/http"

func Token(r *http.Request) string { return r.Header.Get("Authorization") }
-- ctx/a.go --
package ctx

import "net/http"

type Ctx struct {
	w http.ResponseWriter
	R *http.Request
}

type Options struct{ Title string }

func (c *Ctx) OK() { c.w.WriteHeader(200) }
-- handlers/a.go --
package handlers

import "ctx"

func Ping(c *ctx.Ctx) error { return nil }
-- options/a.go --
package options

import "ctx"

func New() *ctx.Options { return &ctx.Options{} }
-- routes/a.go --
package routes

import "net/http"

func init() { http.Handle("/", nil) }
-- all/a.go --
package all

import _ "routes"
-- method/a.go --
package method

import "ctx"

type holder struct{ *ctx.Ctx }

func (h holder) Done() { h.OK() }
`)
	for path, want := range map[string]bool{
		"client": false, "request": true, "ctx": true, "handlers": true, "options": false, "routes": true, "all": true, "method": true,
	} {
		if got := w.units[path] != nil; got != want {
			t.Errorf("%s: relevant is %v", path, got)
		}
	}
	expect(t, w.unit("handlers"), "handlers.Ping")
	expect(t, w.unit("all"), "all.init", "routes.init", "routes.init#1")
	expect(t, w.unit("method"), "(method.holder).Done", "(*ctx.Ctx).OK")

	in := w.inputs["request"]
	in.Main = false
	if Relevant(in) {
		t.Error("a request alone makes another module's package relevant")
	}
}

func TestFramework(t *testing.T) {
	const archive = `
-- example.com/fw/a.go --
package fw

type Context struct{ values map[string]any }

func (c *Context) Abort()        { c.stop() }
func (c *Context) stop()         {}
func Auth(c *Context)            { c.Abort() }
func internal(n int) int         { return n }
-- app/a.go --
package app

import "example.com/fw"

func Handle(c *fw.Context) { fw.Auth(c) }
func other() int           { return 1 }
`
	w := load(t, archive, "example.com/fw")
	expect(t, w.unit("example.com/fw"), "(*example.com/fw.Context).Abort", "(*example.com/fw.Context).stop", "example.com/fw.Auth")
	expect(t, w.unit("app"), "app.Handle", "example.com/fw.Auth", "(*example.com/fw.Context).Abort", "(*example.com/fw.Context).stop")

	in := w.inputs["app"]
	in.Known = func(s string) bool { return s == "(*example.com/fw.Context).Abort" }
	expect(t, Lower(in), "app.Handle", "example.com/fw.Auth")
}

// TestTestFiles sees to it that a package and its test variant have one unit.
func TestTestFiles(t *testing.T) {
	const archive = `
-- app/a.go --
package app

import "net/http"

var mux = http.NewServeMux()

func Routes() { mux.HandleFunc("/", nil) }
`
	plain := load(t, archive).unit("app")
	tested := load(t, archive+`
-- app/a_test.go --
package app

import "net/http"

//guardvet:public not read
var testMux = http.NewServeMux()

func init() { testMux.HandleFunc("/test", nil) }

func TestX() { Routes() }
`).unit("app")
	if plain.String() != tested.String() {
		t.Errorf("with tests\n%s\nwithout\n%s", tested, plain)
	}
}

func TestDirectives(t *testing.T) {
	u := load(t, `
-- app/a.go --
package app

import "net/http"

// Health tells that it lives. And more.
//
//guardvet:public probes have no token
func Health(w http.ResponseWriter, r *http.Request) {
	//guardvet:public	tab // want "x"
	// guardvet:public a space before is a comment
}

//guardvet:
//guardvet:public
var x int
var y = //guardvet:public of x alone
	[]int{
		1,
	} //guardvet:public of the end
`).unit("app")
	want := []Directive{
		{Pos{"app/a.go", 7, 1}, "public", "probes have no token", "app.Health", 8},
		{Pos{"app/a.go", 9, 2}, "public", "tab", "", 11},
		{Pos{"app/a.go", 14, 1}, "public", "", "", 15},
		{Pos{"app/a.go", 16, 9}, "public", "of x alone", "", 16},
		{Pos{"app/a.go", 19, 4}, "public", "of the end", "", 19},
	}
	if !slices.Equal(u.Directives, want) {
		t.Errorf("got %v", u.Directives)
	}
	if doc := u.find("app.Health").Doc; doc != "Health tells that it lives." {
		t.Errorf("doc is %q", doc)
	}
}

// TestDeclarations: of a handler's comment only what swag reads, and only of one that
// names a route.
func TestDeclarations(t *testing.T) {
	u := load(t, `
-- app/a.go --
package app

import "net/http"

// Remove deletes a user.
//
//	@Summary	delete
//	@Security	ApiKeyAuth
// @security Token[write]
//	@Router		/users/{id} [delete]
// @RouterX nothing
func Remove(w http.ResponseWriter, r *http.Request) {}

/*
@Router /x [get]
*/
func X(w http.ResponseWriter, r *http.Request) {}

// @Security ApiKeyAuth is mentioned here without a route.
func Mentions(w http.ResponseWriter, r *http.Request) {}
`).unit("app")
	want := []Directive{
		{Pos{"app/a.go", 8, 1}, "@security", "ApiKeyAuth", "app.Remove", 0},
		{Pos{"app/a.go", 9, 1}, "@security", "Token[write]", "app.Remove", 0},
		{Pos{"app/a.go", 10, 1}, "@router", "/users/{id} [delete]", "app.Remove", 0},
		{Pos{"app/a.go", 14, 1}, "@router", "/x [get]", "app.X", 0},
	}
	if !slices.Equal(u.Directives, want) {
		t.Errorf("got %v", u.Directives)
	}
}

// TestFailed sees to it that one bad function costs one function.
func TestFailed(t *testing.T) {
	in := load(t, `
-- app/a.go --
package app

import "net/http"

func A(http.ResponseWriter) { _ = make([]int, 3) }
func B(http.ResponseWriter) {}
`).inputs["app"]
	in.Sizes = nil // a slice's entry asks for the size of its elements: every type fails
	in.Interest = func(path string) bool { return path == "net/http" }
	u := Lower(in)
	if err := u.check(); err != nil {
		t.Error(err)
	}
	if u.find("app.B") == nil {
		t.Error("B is lost too")
	}
	in.Info = nil // nothing can be built
	if u := Lower(in); len(u.Failed) != 1 || len(u.Funcs) != 0 {
		t.Errorf("failed: %q", u.Failed)
	}
}
