package program

import "testing"

const hiring = `
-- porters/a.go --
package porters

import "net/http"

type Porter struct{ name string }

func New() *Porter { return &Porter{} }

func (p *Porter) Ask(w http.ResponseWriter)   { p.deny(w) }
func (p *Porter) deny(w http.ResponseWriter)  { w.WriteHeader(401) }
func (p *Porter) Name() string                { return p.name }
-- doors/a.go --
package doors

import "porters"

type Porter = porters.Porter

type House struct{ Front *porters.Porter }

func Hire() (*Porter, error) { return porters.New(), nil }
`

// TestHandedOut sees to it that a package carries the methods of a type that it gives a name, for those
// that do not import where it comes from.
func TestHandedOut(t *testing.T) {
	ask := []string{"(*porters.Porter).Ask", "(*porters.Porter).deny", "porters.New"}
	named := load(t, hiring+"-- last/a.go --\npackage last\n\nimport \"porters\"\n\nvar own = porters.New()\n\ntype Porter = porters.Porter\n")
	expect(t, named.unit("last"), append(ask, "last.init")...)
	w := load(t, hiring+"-- last/a.go --\npackage last\n\nimport \"porters\"\n\nvar own = porters.New()\n")
	expect(t, w.unit("last"), "last.init", "porters.New")
}

// TestForeignHolder sees to it that what makes a struct in which a program may leave its router
// is kept, also in another module; and no constructor else.
func TestForeignHolder(t *testing.T) {
	w := load(t, `
-- runtime/a.go --
package runtime

import "net/http"

type Application struct {
	name   string
	engine http.Handler
}

type Client struct{ name string }

func New() *Application { return &Application{name: name()} }
func NewClient() *Client { return &Client{name()} }
func name() string { return "x" }

func (a *Application) SetEngine(h http.Handler) { a.engine = h }
func (c *Client) Ping(w http.ResponseWriter)    { w.Write([]byte(c.name)) }
`)
	in := w.inputs["runtime"]
	in.Main = false
	expect(t, Lower(in), "(*runtime.Application).SetEngine", "(*runtime.Client).Ping", "runtime.New", "runtime.name")
}
