// Package ghttp has the form of that of github.com/gogf/gf v2.9.8, as far as the sample and the
// table need it, and does nothing: the module proxy refuses the module. Served tests run
// against the real one, where go.mod is made to point at it: see the sample.
package ghttp

import (
	"context"
	"net/http"

	"github.com/gogf/gf/v2/container/gvar"
	"github.com/gogf/gf/v2/net/ghttp/internal/response"
)

// HandlerFunc is a handler, and middleware.
type HandlerFunc = func(r *Request)

// Server is a server with its routes.
type Server struct{}

func GetServer(...any) *Server { return &Server{} }

func (s *Server) Use(...HandlerFunc)                               {}
func (s *Server) BindMiddlewareDefault(...HandlerFunc)             {}
func (s *Server) BindMiddleware(string, ...HandlerFunc)            {}
func (s *Server) BindHandler(pattern string, handler any)          {}
func (s *Server) Group(string, ...func(*RouterGroup)) *RouterGroup { return &RouterGroup{} }
func (s *Server) SetPort(...int)                                   {}
func (s *Server) SetDumpRouterMap(bool)                            {}
func (s *Server) Start() error                                     { return nil }
func (s *Server) Shutdown() error                                  { return nil }
func (s *Server) GetRoutes() []RouterItem                          { return nil }
func (s *Server) Run()                                             {}
func (s *Server) ServeHTTP(http.ResponseWriter, *http.Request)     {}

// RouterItem is a route as the server tells it.
type RouterItem struct{ Method, Route string }

// RouterGroup is a group of routes.
type RouterGroup struct{}

func (g *RouterGroup) Group(string, ...func(*RouterGroup)) *RouterGroup { return g }
func (g *RouterGroup) Middleware(...HandlerFunc) *RouterGroup           { return g }
func (g *RouterGroup) Clone() *RouterGroup                              { return g }
func (g *RouterGroup) ALL(string, any, ...any) *RouterGroup             { return g }
func (g *RouterGroup) GET(string, any, ...any) *RouterGroup             { return g }
func (g *RouterGroup) PUT(string, any, ...any) *RouterGroup             { return g }
func (g *RouterGroup) POST(string, any, ...any) *RouterGroup            { return g }
func (g *RouterGroup) DELETE(string, any, ...any) *RouterGroup          { return g }
func (g *RouterGroup) PATCH(string, any, ...any) *RouterGroup           { return g }
func (g *RouterGroup) HEAD(string, any, ...any) *RouterGroup            { return g }
func (g *RouterGroup) Bind(...any) *RouterGroup                         { return g }

// Request is a request with its response.
type Request struct {
	*http.Request
	Cookie     *Cookie
	Response   *Response
	Middleware *middleware
}

// RequestFromCtx is the request of a context.
func RequestFromCtx(context.Context) *Request { return nil }

type middleware struct{}

func (m *middleware) Next() {}

func (r *Request) Exit()                              { panic("exit") }
func (r *Request) ExitAll()                           { panic("exit") }
func (r *Request) GetHeader(string, ...string) string { return "" }
func (r *Request) SetCtx(context.Context)             {}
func (r *Request) SetCtxVar(key, value any)           {}
func (r *Request) GetCtxVar(any, ...any) *gvar.Var    { return &gvar.Var{} }
func (r *Request) Get(string, ...any) *gvar.Var       { return &gvar.Var{} }
func (r *Request) GetRouter(string, ...any) *gvar.Var { return &gvar.Var{} }

// Cookie are the cookies of a request.
type Cookie struct{}

func (c *Cookie) Get(string, ...string) *gvar.Var { return &gvar.Var{} }

// Response is the response.
type Response struct{ *response.BufferWriter }

func (r *Response) Write(...any)                {}
func (r *Response) Writeln(...any)              {}
func (r *Response) WriteExit(...any)            { panic("exit") }
func (r *Response) WriteJson(any)               {}
func (r *Response) WriteJsonExit(any)           { panic("exit") }
func (r *Response) WriteStatus(int, ...any)     {}
func (r *Response) WriteStatusExit(int, ...any) { panic("exit") }
func (r *Response) RedirectTo(string, ...int)   {}
