// Package ghttp has the form of that of github.com/gogf/gf v2.9.8, as far as the sample, the
// random programs and the table need it, and serves as that does, but for what is bound by tags:
// the module proxy refuses the module. It was written for these tests; none of it is gf's.
package ghttp

import (
	"context"
	"net/http"
	"strings"

	"github.com/gogf/gf/v2/net/ghttp/internal/response"
)

// HandlerFunc is a handler, and middleware.
type HandlerFunc = func(r *Request)

// Server is a server with its routes. Its middleware is found when a request comes.
type Server struct {
	use    []HandlerFunc
	routes []route
}

type route struct {
	method, pattern string
	handlers        []HandlerFunc // middleware, and the handler
}

func GetServer(...any) *Server { return &Server{} }

func (s *Server) Use(h ...HandlerFunc)                   { s.use = append(s.use, h...) }
func (s *Server) BindMiddlewareDefault(h ...HandlerFunc) { s.Use(h...) }
func (s *Server) BindMiddleware(string, ...HandlerFunc)  {}
func (s *Server) SetPort(...int)                         {}
func (s *Server) SetDumpRouterMap(bool)                  {}
func (s *Server) Start() error                           { return nil }
func (s *Server) Shutdown() error                        { return nil }
func (s *Server) GetRoutes() []RouterItem                { return nil }
func (s *Server) Run()                                   { http.ListenAndServe("localhost:8000", s) }

func (s *Server) BindHandler(pattern string, handler any) { s.bind("ALL", pattern, nil, handler) }

func (s *Server) bind(method, pattern string, middleware []HandlerFunc, handler any) {
	if h, ok := handler.(HandlerFunc); ok {
		s.routes = append(s.routes, route{method, pattern, append(middleware[:len(middleware):len(middleware)], h)})
	}
}

func (s *Server) Group(prefix string, fill ...func(*RouterGroup)) *RouterGroup {
	return (&RouterGroup{server: s}).Group(prefix, fill...)
}

func (s *Server) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	best, found := -1, []HandlerFunc(nil)
	for _, x := range s.routes {
		if n := fits(x.pattern, req.URL.Path); n > best && (x.method == "ALL" || x.method == req.Method) {
			best, found = n, x.handlers
		}
	}
	r := &Request{Request: req, Cookie: &Cookie{req}, vars: map[any]any{}}
	r.Response = &Response{BufferWriter: &response.BufferWriter{To: w}, request: r}
	r.Middleware = &middleware{request: r, handlers: append(s.use[:len(s.use):len(s.use)], found...), last: len(s.use) + len(found) - 1, found: found != nil}
	r.Middleware.Next()
	if r.Response.Status == 0 {
		r.Response.Status = http.StatusNotFound
		if r.Middleware.served || r.Response.Len() > 0 {
			r.Response.Status = http.StatusOK
		}
	}
	r.Response.Flush()
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
		case strings.HasPrefix(p[i], "{"), strings.HasPrefix(p[i], ":"):
		case p[i] == q[i]:
			n++
		default:
			return -1
		}
	}
	return n
}

// RouterItem is a route as the server tells it.
type RouterItem struct{ Method, Route string }

// RouterGroup is a group of routes. It hands its list to what is made of it, as it is then.
type RouterGroup struct {
	server     *Server
	prefix     string
	middleware []HandlerFunc
}

func (g *RouterGroup) Group(prefix string, fill ...func(*RouterGroup)) *RouterGroup {
	sub := g.Clone()
	sub.prefix += strings.TrimSuffix(prefix, "/")
	for _, f := range fill {
		f(sub)
	}
	return sub
}

func (g *RouterGroup) Middleware(h ...HandlerFunc) *RouterGroup {
	g.middleware = append(g.middleware, h...)
	return g
}

func (g *RouterGroup) Clone() *RouterGroup {
	return &RouterGroup{g.server, g.prefix, append([]HandlerFunc(nil), g.middleware...)}
}

func (g *RouterGroup) add(method, pattern string, handler any) *RouterGroup {
	g.server.bind(method, g.prefix+pattern, append([]HandlerFunc(nil), g.middleware...), handler)
	return g
}

func (g *RouterGroup) ALL(p string, h any, _ ...any) *RouterGroup    { return g.add("ALL", p, h) }
func (g *RouterGroup) GET(p string, h any, _ ...any) *RouterGroup    { return g.add("GET", p, h) }
func (g *RouterGroup) PUT(p string, h any, _ ...any) *RouterGroup    { return g.add("PUT", p, h) }
func (g *RouterGroup) POST(p string, h any, _ ...any) *RouterGroup   { return g.add("POST", p, h) }
func (g *RouterGroup) DELETE(p string, h any, _ ...any) *RouterGroup { return g.add("DELETE", p, h) }
func (g *RouterGroup) PATCH(p string, h any, _ ...any) *RouterGroup  { return g.add("PATCH", p, h) }
func (g *RouterGroup) HEAD(p string, h any, _ ...any) *RouterGroup   { return g.add("HEAD", p, h) }
func (g *RouterGroup) Bind(...any) *RouterGroup                      { return g }

// RequestFromCtx is the request of a context.
func RequestFromCtx(ctx context.Context) *Request { r, _ := ctx.Value(key{}).(*Request); return r }

type key struct{}

// middleware goes through a list, one for each Next.
type middleware struct {
	request       *Request
	handlers      []HandlerFunc
	next, last    int
	found, served bool
}

func (m *middleware) Next() {
	if m.next > m.last || m.request.exited {
		return
	}
	h := m.handlers[m.next]
	m.served = m.found && m.next == m.last
	m.next++
	defer func() {
		if e := recover(); e != nil && e != exit {
			panic(e)
		}
	}()
	h(m.request)
}
