package ghttp

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/gogf/gf/v2/container/gvar"
	"github.com/gogf/gf/v2/net/ghttp/internal/response"
)

// Request is a request with its response.
type Request struct {
	*http.Request
	Cookie     *Cookie
	Response   *Response
	Middleware *middleware
	vars       map[any]any
	exited     bool
}

// exit ends a handler.
var exit any = "exit"

func (r *Request) Exit()    { panic(exit) }
func (r *Request) ExitAll() { r.exited = true; panic(exit) }

func (r *Request) GetHeader(name string, _ ...string) string { return r.Header.Get(name) }
func (r *Request) SetCtx(ctx context.Context)                { r.Request = r.WithContext(ctx) }
func (r *Request) SetCtxVar(key, value any)                  { r.vars[key] = value }
func (r *Request) GetCtxVar(key any, _ ...any) *gvar.Var     { return gvar.New(r.vars[key]) }
func (r *Request) Get(name string, _ ...any) *gvar.Var       { return gvar.New(r.FormValue(name)) }
func (r *Request) GetRouter(string, ...any) *gvar.Var        { return gvar.New(nil) }

// Cookie are the cookies of a request.
type Cookie struct{ r *http.Request }

func (c *Cookie) Get(name string, _ ...string) *gvar.Var {
	if k, err := c.r.Cookie(name); err == nil {
		return gvar.New(k.Value)
	}
	return gvar.New(nil)
}

// Response is the response.
type Response struct {
	*response.BufferWriter
	request *Request
}

func (r *Response) Write(list ...any) {
	if r.Status == 0 {
		r.Status = http.StatusOK
	}
	fmt.Fprint(r.BufferWriter, list...)
}

func (r *Response) Writeln(list ...any)   { fmt.Fprintln(r.BufferWriter, list...) }
func (r *Response) WriteExit(list ...any) { r.Write(list...); r.request.Exit() }
func (r *Response) WriteJsonExit(v any)   { r.WriteJson(v); r.request.Exit() }

func (r *Response) WriteJson(v any) {
	r.Header().Set("Content-Type", "application/json")
	json.NewEncoder(r.BufferWriter).Encode(v)
}

func (r *Response) WriteStatus(status int, list ...any) {
	r.WriteHeader(status)
	if len(list) == 0 {
		list = []any{http.StatusText(status)}
	}
	r.Write(list...)
}

func (r *Response) WriteStatusExit(status int, list ...any) {
	r.WriteStatus(status, list...)
	r.request.Exit()
}

func (r *Response) RedirectTo(location string, _ ...int) {
	r.Header().Set("Location", location)
	r.WriteHeader(http.StatusFound)
	r.request.Exit()
}
