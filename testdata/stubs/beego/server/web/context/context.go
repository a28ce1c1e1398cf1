// Package context has the form of beego's, and does nothing.
package context

import "net/http"

// Context is a request with its response.
type Context struct {
	Input          *BeegoInput
	Output         *BeegoOutput
	Request        *http.Request
	ResponseWriter *Response
}

func (ctx *Context) Abort(status int, body string)  { panic(body) }
func (ctx *Context) Redirect(status int, to string) {}
func (ctx *Context) WriteString(string)             {}

// Response is the response.
type Response struct {
	http.ResponseWriter
	Started bool
	Status  int
}

func (r *Response) Write(p []byte) (int, error) { return 0, nil }
func (r *Response) WriteHeader(int)             {}

// BeegoInput is what was asked.
type BeegoInput struct{}

func (i *BeegoInput) Header(string) string { return "" }
func (i *BeegoInput) GetData(any) any      { return nil }
func (i *BeegoInput) SetData(key, val any) {}
func (i *BeegoInput) Data() map[any]any    { return nil }

// BeegoOutput is what is answered.
type BeegoOutput struct{ Status int }

func (o *BeegoOutput) Header(key, val string) {}
func (o *BeegoOutput) SetStatus(int)          {}
func (o *BeegoOutput) Body([]byte) error      { return nil }
