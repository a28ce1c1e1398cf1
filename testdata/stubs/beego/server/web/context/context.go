// Package context has the form of beego's.
package context

import "net/http"

// Context is a request with its response.
type Context struct {
	Input          *BeegoInput
	Output         *BeegoOutput
	Request        *http.Request
	ResponseWriter *Response
}

// New is the context of a request.
func New(w http.ResponseWriter, r *http.Request) *Context {
	rw := &Response{ResponseWriter: w}
	return &Context{Input: &BeegoInput{r, map[any]any{}}, Output: &BeegoOutput{w: rw}, Request: r, ResponseWriter: rw}
}

func (ctx *Context) Abort(status int, body string) { panic(body) }

func (ctx *Context) Redirect(status int, to string) {
	http.Redirect(ctx.ResponseWriter, ctx.Request, to, status)
}

func (ctx *Context) WriteString(s string) { ctx.ResponseWriter.Write([]byte(s)) }

// Response is the response.
type Response struct {
	http.ResponseWriter
	Started bool
	Status  int
}

func (r *Response) Write(b []byte) (int, error) {
	r.Started = true
	return r.ResponseWriter.Write(b)
}

// WriteHeader writes the first status.
func (r *Response) WriteHeader(status int) {
	if r.Status == 0 {
		r.Started, r.Status = true, status
		r.ResponseWriter.WriteHeader(status)
	}
}

// BeegoInput is what was asked.
type BeegoInput struct {
	r    *http.Request
	data map[any]any
}

func (i *BeegoInput) Header(name string) string { return i.r.Header.Get(name) }
func (i *BeegoInput) GetData(key any) any       { return i.data[key] }
func (i *BeegoInput) SetData(key, val any)      { i.data[key] = val }
func (i *BeegoInput) Data() map[any]any         { return i.data }

// BeegoOutput is what is answered.
type BeegoOutput struct {
	Status int
	w      *Response
}

func (o *BeegoOutput) Header(key, val string) { o.w.Header().Set(key, val) }
func (o *BeegoOutput) SetStatus(status int)   { o.Status = status }

func (o *BeegoOutput) Body(b []byte) error {
	if o.Status != 0 {
		o.w.WriteHeader(o.Status)
	}
	_, err := o.w.Write(b)
	return err
}
