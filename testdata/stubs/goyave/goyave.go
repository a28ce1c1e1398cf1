// Package goyave has the form of goyave.dev/goyave/v5 v5.12.1, as far as the sample, the random
// programs and the table need it, and serves as that does: the module proxy refuses the
// module. It was written for these tests; none of it is goyave's.
package goyave

import (
	"io/fs"
	"net/http"
	"strings"

	"goyave.dev/goyave/v5/config"
	"goyave.dev/goyave/v5/cors"
)

// Options are what a server is made with.
type Options struct{ Config *config.Config }

// Server has the router.
type Server struct {
	router   *Router
	config   *config.Config
	services map[string]Service
}

// Service is found by its name.
type Service interface{ Name() string }

func New(o Options) (*Server, error) {
	s := &Server{config: o.Config, services: map[string]Service{}}
	s.router = NewRouter(s)
	return s, nil
}

func (s *Server) Router() *Router                            { return s.router }
func (s *Server) Config() *config.Config                     { return s.config }
func (s *Server) RegisterRoutes(fill func(*Server, *Router)) { fill(s, s.router) }
func (s *Server) RegisterService(service Service)            { s.services[service.Name()] = service }
func (s *Server) Service(name string) Service                { return s.services[name] }
func (s *Server) LookupService(name string) (Service, bool)  { v, ok := s.services[name]; return v, ok }
func (s *Server) RegisterSignalHook()                        {}
func (s *Server) RegisterStartupHook(func(*Server))          {}
func (s *Server) Start() error                               { return http.ListenAndServe("localhost:8080", s.router) }
func (s *Server) Stop()                                      {}

// Composable is told of its server.
type Composable interface {
	Init(*Server)
	Server() *Server
	Config() *config.Config
	Service(name string) Service
	LookupService(name string) (Service, bool)
}

// Component is embedded in what is.
type Component struct{ server *Server }

func (c *Component) Init(s *Server)                            { c.server = s }
func (c *Component) Server() *Server                           { return c.server }
func (c *Component) Config() *config.Config                    { return c.server.Config() }
func (c *Component) Service(name string) Service               { return c.server.Service(name) }
func (c *Component) LookupService(name string) (Service, bool) { return c.server.LookupService(name) }

// Registrer is a controller.
type Registrer interface {
	Composable
	RegisterRoutes(*Router)
}

// Handler answers a request, Middleware stands around it.
type (
	Handler    func(*Response, *Request)
	Middleware interface {
		Composable
		Handle(next Handler) Handler
	}
)

// StatusHandler answers for a status when nothing was written.
type StatusHandler interface {
	Composable
	Handle(*Response, *Request)
}

const MetaCORS = "goyave.cors"

// Router has routes and routers below it. The root's list of global middleware is for all.
type Router struct {
	server *Server
	parent *Router
	prefix string
	meta   map[string]any
	global *[]Middleware
	own    []Middleware
	status map[int]StatusHandler
	below  []*Router
	routes []*Route
}

func NewRouter(s *Server) *Router {
	return &Router{server: s, meta: map[string]any{}, global: &[]Middleware{}, status: map[int]StatusHandler{}}
}

func (r *Router) GlobalMiddleware(list ...Middleware) *Router {
	for _, m := range list {
		m.Init(r.server)
	}
	*r.global = append(*r.global, list...)
	return r
}

func (r *Router) Middleware(list ...Middleware) *Router {
	for _, m := range list {
		m.Init(r.server)
	}
	r.own = append(r.own, list...)
	return r
}

func (r *Router) StatusHandler(h StatusHandler, status int, more ...int) {
	h.Init(r.server)
	for _, s := range append(more, status) {
		r.status[s] = h
	}
}

func (r *Router) CORS(o *cors.Options) *Router          { return r.SetMeta(MetaCORS, o) }
func (r *Router) SetMeta(key string, value any) *Router { r.meta[key] = value; return r }
func (r *Router) RemoveMeta(key string) *Router         { delete(r.meta, key); return r }
func (r *Router) GetSubrouters() []*Router              { return r.below }
func (r *Router) GetRoutes() []*Route                   { return r.routes }
func (r *Router) Group() *Router                        { return r.Subrouter("") }
func (r *Router) Get(uri string, h Handler) *Route      { return r.Route([]string{"GET"}, uri, h) }
func (r *Router) Post(uri string, h Handler) *Route     { return r.Route([]string{"POST"}, uri, h) }
func (r *Router) Put(uri string, h Handler) *Route      { return r.Route([]string{"PUT"}, uri, h) }
func (r *Router) Patch(uri string, h Handler) *Route    { return r.Route([]string{"PATCH"}, uri, h) }
func (r *Router) Delete(uri string, h Handler) *Route   { return r.Route([]string{"DELETE"}, uri, h) }
func (r *Router) Options(uri string, h Handler) *Route  { return r.Route([]string{"OPTIONS"}, uri, h) }
func (r *Router) Controller(c Registrer) *Router        { c.Init(r.server); c.RegisterRoutes(r); return r }

// Static serves files below a path.
func (r *Router) Static(files fs.StatFS, uri string, _ bool) *Route {
	return r.Get(uri+"{resource:.*}", func(w *Response, req *Request) {
		name := strings.TrimPrefix(strings.TrimPrefix(req.httpRequest.URL.Path, r.path()+uri), "/")
		if b, err := fs.ReadFile(files, name); err == nil {
			w.Write(b)
			return
		}
		w.Status(http.StatusNotFound)
	})
}

func (r *Router) path() string {
	if r == nil {
		return ""
	}
	return r.parent.path() + r.prefix
}

func (r *Router) LookupMeta(key string) (any, bool) {
	for at := r; at != nil; at = at.parent {
		if v, ok := at.meta[key]; ok {
			return v, true
		}
	}
	return nil, false
}

func (r *Router) Subrouter(prefix string) *Router {
	if prefix == "/" {
		prefix = ""
	}
	sub := &Router{server: r.server, parent: r, prefix: prefix, meta: map[string]any{}, global: r.global, status: map[int]StatusHandler{}}
	for code, h := range r.status {
		sub.status[code] = h
	}
	r.below = append(r.below, sub)
	return sub
}

func (r *Router) Route(methods []string, uri string, h Handler) *Route {
	for _, m := range methods {
		if m == "GET" {
			methods = append(methods[:len(methods):len(methods)], "HEAD")
		}
	}
	if uri == "/" && r.parent != nil && (r.prefix != "" || r.parent.parent != nil) {
		uri = ""
	}
	route := &Route{parent: r, methods: methods, uri: uri, handler: h, meta: map[string]any{}}
	r.routes = append(r.routes, route)
	return route
}

// Route is one of them.
type Route struct {
	parent  *Router
	methods []string
	uri     string
	name    string
	handler Handler
	own     []Middleware
	meta    map[string]any
}

func (r *Route) Name(name string) *Route              { r.name = name; return r }
func (r *Route) GetName() string                      { return r.name }
func (r *Route) GetMethods() []string                 { return r.methods }
func (r *Route) SetMeta(key string, value any) *Route { r.meta[key] = value; return r }
func (r *Route) RemoveMeta(key string) *Route         { delete(r.meta, key); return r }

func (r *Route) Middleware(list ...Middleware) *Route {
	for _, m := range list {
		m.Init(r.parent.server)
	}
	r.own = append(r.own, list...)
	return r
}

func (r *Route) LookupMeta(key string) (any, bool) {
	if v, ok := r.meta[key]; ok || r.parent == nil {
		return v, ok
	}
	return r.parent.LookupMeta(key)
}

// GetFullURI is the pattern from the root.
func (r *Route) GetFullURI() string {
	uri := r.uri
	for at := r.parent; at != nil; at = at.parent {
		uri = at.prefix + uri
	}
	return uri
}

// find looks for the route of a path, below first. The router whose prefix is that of the path
// keeps the request, whether it has the route or not.
func (r *Router) find(method, path string) (found *Route, keeps bool) {
	rest, ok := cut(path, r.prefix, false)
	if !ok {
		return nil, false
	}
	for _, sub := range r.below {
		if found, keeps := sub.find(method, rest); found != nil || keeps {
			return found, keeps
		}
	}
	for _, route := range r.routes {
		if _, ok := cut(rest, route.uri, true); !ok {
			continue
		}
		for _, m := range route.methods {
			if m == method {
				return route, true
			}
		}
	}
	return nil, r.prefix != ""
}

// cut takes what a pattern stands for off the start of a path; all of it, if that is asked for.
func cut(path, pattern string, all bool) (rest string, ok bool) {
	for pattern != "" {
		if pattern[0] == '{' {
			end := strings.IndexByte(pattern, '}')
			n := strings.IndexByte(path, '/')
			if n < 0 || strings.HasSuffix(pattern[:end], ":.*") {
				n = len(path)
			} else if n == 0 {
				return "", false
			}
			path, pattern = path[n:], pattern[end+1:]
			continue
		}
		if path == "" || path[0] != pattern[0] {
			return "", false
		}
		path, pattern = path[1:], pattern[1:]
	}
	if all {
		return "", path == ""
	}
	return path, path == "" || path[0] == '/'
}

func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	route, _ := r.find(req.Method, req.URL.Path)
	if route == nil {
		route = &Route{meta: map[string]any{}, handler: func(res *Response, _ *Request) { res.Status(http.StatusNotFound) }}
	}
	h := around(route.own, route.handler)
	for at := route.parent; at != nil; at = at.parent {
		h = around(at.own, h)
	}
	res := &Response{w: w, server: r.server}
	request := &Request{httpRequest: req, Extra: map[any]any{}, Route: route, RouteParams: map[string]string{}}
	around(*r.global, h)(res, request)
	if !res.wrote && res.status == 0 {
		res.status = http.StatusNoContent
	}
	if route.parent != nil && !res.wrote {
		if h := route.parent.status[res.status]; h != nil {
			h.Handle(res, request)
		}
	}
	if !res.header {
		w.WriteHeader(res.status)
	}
}

func around(list []Middleware, h Handler) Handler {
	for i := len(list) - 1; i >= 0; i-- {
		h = list[i].Handle(h)
	}
	return h
}
