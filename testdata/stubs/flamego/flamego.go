// Package flamego has the form of github.com/flamego/flamego v1.9.9, as far as the sample, the
// random programs and the table need it, and serves as that does: the module proxy refuses the
// module. It was written for these tests; none of it is flamego's.
package flamego

import (
	"io"
	"net/http"
	"strings"

	"github.com/flamego/flamego/inject"
)

// Handler is a function of any parameters.
type Handler any

// Flame is the router with its middleware.
type Flame struct {
	inject.Injector
	Router
	handlers []Handler
	routes   *router
}

// BeforeHandler is called before routing.
type BeforeHandler func(http.ResponseWriter, *http.Request) bool

func New() *Flame {
	r := &router{missing: []Handler{http.NotFound}}
	f := &Flame{Injector: inject.New(), Router: r, routes: r}
	r.flame = f
	return f
}

func NewWithLogger(io.Writer) *Flame { return New() }
func Classic() *Flame                { return New() }

func (f *Flame) Use(h ...Handler)      { f.handlers = append(f.handlers, h...) }
func (f *Flame) Handlers(h ...Handler) { f.handlers = h }
func (f *Flame) Action(Handler)        {}
func (f *Flame) Before(BeforeHandler)  {}
func (f *Flame) Run(...any)            { http.ListenAndServe("localhost:2830", f) }
func (f *Flame) Stop()                 {}

func (f *Flame) ServeHTTP(w http.ResponseWriter, r *http.Request) { f.routes.ServeHTTP(w, r) }

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
type Route struct {
	methods, pattern string
	handlers         []Handler
}

func (r *Route) Name(string)              {}
func (r *Route) Headers(...string) *Route { return r }

// router keeps routes in the order of their registration.
type router struct {
	flame   *Flame
	routes  []*Route
	missing []Handler
	groups  []group
}

// group is a group whose function runs. Its list is read when a route is registered.
type group struct {
	path     string
	handlers []Handler
}

func (r *router) AutoHead(bool)                           {}
func (r *router) HandlerWrapper(func(Handler) Handler)    {}
func (r *router) URLPath(name string, _ ...string) string { return name }

func (r *router) Routes(path, methods string, h ...Handler) *Route {
	var all []Handler
	prefix := ""
	for _, g := range r.groups {
		prefix += g.path
		all = append(all, g.handlers...)
	}
	route := &Route{methods: methods, pattern: prefix + path, handlers: append(all, h...)}
	r.routes = append(r.routes, route)
	return route
}

func (r *router) Route(method, path string, h []Handler) *Route { return r.Routes(path, method, h...) }
func (r *router) Get(path string, h ...Handler) *Route          { return r.Routes(path, "GET", h...) }
func (r *router) Patch(path string, h ...Handler) *Route        { return r.Routes(path, "PATCH", h...) }
func (r *router) Post(path string, h ...Handler) *Route         { return r.Routes(path, "POST", h...) }
func (r *router) Put(path string, h ...Handler) *Route          { return r.Routes(path, "PUT", h...) }
func (r *router) Delete(path string, h ...Handler) *Route       { return r.Routes(path, "DELETE", h...) }
func (r *router) Options(path string, h ...Handler) *Route      { return r.Routes(path, "OPTIONS", h...) }
func (r *router) Head(path string, h ...Handler) *Route         { return r.Routes(path, "HEAD", h...) }
func (r *router) Any(path string, h ...Handler) *Route          { return r.Routes(path, "*", h...) }
func (r *router) NotFound(h ...Handler)                         { r.missing = h }

func (r *router) Group(path string, fn func(), h ...Handler) {
	r.groups = append(r.groups, group{path, h})
	fn()
	r.groups = r.groups[:len(r.groups)-1]
}

func (r *router) Combo(path string, h ...Handler) *ComboRoute {
	return &ComboRoute{r, path, h}
}

func (r *router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	best, found := -1, (*Route)(nil)
	for _, route := range r.routes {
		if n := fits(route.pattern, req.URL.Path); n > best && route.serves(req.Method) {
			best, found = n, route
		}
	}
	handlers := r.missing
	if found != nil {
		handlers = found.handlers
	}
	serve(r.flame, append(r.flame.handlers[:len(r.flame.handlers):len(r.flame.handlers)], handlers...), w, req)
}

func (r *Route) serves(method string) bool {
	for _, m := range strings.Split(r.methods, ",") {
		if m = strings.TrimSpace(m); m == method || m == "*" {
			return true
		}
	}
	return false
}

// fits is how many parts of a path a pattern spells out; -1 if it is not for the path.
func fits(pattern, path string) int {
	p, q := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(p) != len(q) {
		return -1
	}
	n := 0
	for i := range p {
		switch {
		case strings.HasPrefix(p[i], "{"):
		case p[i] == q[i]:
			n++
		default:
			return -1
		}
	}
	return n
}

// ComboRoute is a path with handlers for several methods.
type ComboRoute struct {
	router   *router
	path     string
	handlers []Handler
}

func (r *ComboRoute) add(method string, h []Handler) *ComboRoute {
	r.router.Routes(r.path, method, append(r.handlers[:len(r.handlers):len(r.handlers)], h...)...)
	return r
}

func (r *ComboRoute) Get(h ...Handler) *ComboRoute    { return r.add("GET", h) }
func (r *ComboRoute) Patch(h ...Handler) *ComboRoute  { return r.add("PATCH", h) }
func (r *ComboRoute) Post(h ...Handler) *ComboRoute   { return r.add("POST", h) }
func (r *ComboRoute) Put(h ...Handler) *ComboRoute    { return r.add("PUT", h) }
func (r *ComboRoute) Delete(h ...Handler) *ComboRoute { return r.add("DELETE", h) }
func (r *ComboRoute) Name(string)                     {}

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

func Recovery() Handler { return func(Context) {} }
func Logger() Handler   { return func(Context) {} }
func Static() Handler   { return func(Context) {} }
