// Package flamego has the form of github.com/flamego/flamego v1.9.9, as far as the sample
// and the table need it, and does nothing: the module proxy refuses the module. Served
// tests run against the real one, where go.mod is made to point at it: see the sample.
package flamego

import (
	"io"
	"net/http"

	"github.com/flamego/flamego/inject"
)

// Handler is a function of any parameters.
type Handler any

// Flame is the router with its middleware.
type Flame struct {
	inject.Injector
	Router
}

// BeforeHandler is called before routing.
type BeforeHandler func(http.ResponseWriter, *http.Request) bool

func New() *Flame                    { return &Flame{} }
func NewWithLogger(io.Writer) *Flame { return &Flame{} }
func Classic() *Flame                { return &Flame{} }

func (f *Flame) Use(...Handler)                               {}
func (f *Flame) Handlers(...Handler)                          {}
func (f *Flame) Action(Handler)                               {}
func (f *Flame) Before(BeforeHandler)                         {}
func (f *Flame) ServeHTTP(http.ResponseWriter, *http.Request) {}
func (f *Flame) Run(...any)                                   {}
func (f *Flame) Stop()                                        {}

// Router registers routes.
type Router interface {
	AutoHead(bool)
	HandlerWrapper(func(Handler) Handler)
	Route(method, path string, handlers []Handler) *Route
	Combo(path string, handlers ...Handler) *ComboRoute
	Group(path string, fn func(), handlers ...Handler)
	Get(path string, handlers ...Handler) *Route
	Patch(path string, handlers ...Handler) *Route
	Post(path string, handlers ...Handler) *Route
	Put(path string, handlers ...Handler) *Route
	Delete(path string, handlers ...Handler) *Route
	Options(path string, handlers ...Handler) *Route
	Head(path string, handlers ...Handler) *Route
	Any(path string, handlers ...Handler) *Route
	Routes(path, methods string, handlers ...Handler) *Route
	NotFound(handlers ...Handler)
	URLPath(name string, pairs ...string) string
	ServeHTTP(http.ResponseWriter, *http.Request)
}

// Route is what was registered.
type Route struct{}

func (r *Route) Name(string)              {}
func (r *Route) Headers(...string) *Route { return r }

// ComboRoute is a path with handlers for several methods.
type ComboRoute struct{}

func (r *ComboRoute) Get(...Handler) *ComboRoute    { return r }
func (r *ComboRoute) Patch(...Handler) *ComboRoute  { return r }
func (r *ComboRoute) Post(...Handler) *ComboRoute   { return r }
func (r *ComboRoute) Put(...Handler) *ComboRoute    { return r }
func (r *ComboRoute) Delete(...Handler) *ComboRoute { return r }
func (r *ComboRoute) Name(string)                   {}

// Context is what handlers ask for.
type Context interface {
	inject.Injector
	ResponseWriter() ResponseWriter
	Request() *Request
	Next()
	RemoteAddr() string
	Redirect(location string, status ...int)
	Param(name string) string
	ParamInt(name string) int
	Query(name string, defaultVal ...string) string
	SetCookie(cookie http.Cookie)
	Cookie(name string) string
}

// Request is a request.
type Request struct{ *http.Request }

// ResponseWriter knows what was written.
type ResponseWriter interface {
	http.ResponseWriter
	Status() int
	Written() bool
	Size() int
}

// Render writes values.
type Render interface {
	JSON(status int, v any)
	XML(status int, v any)
	Binary(status int, v []byte)
	PlainText(status int, s string)
}

func Renderer() Handler { return func(Context) {} }
func Recovery() Handler { return func(Context) {} }
func Logger() Handler   { return func(Context) {} }
func Static() Handler   { return func(Context) {} }
