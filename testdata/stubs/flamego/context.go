package flamego

import (
	"encoding/json"
	"encoding/xml"
	"net/http"
	"reflect"

	"github.com/flamego/flamego/inject"
)

// A context runs one list of handlers.
type context struct {
	inject.Injector
	w        *writer
	r        *Request
	handlers []Handler
	next     int
}

func serve(f *Flame, handlers []Handler, w http.ResponseWriter, r *http.Request) {
	c := &context{Injector: inject.New(), w: &writer{ResponseWriter: w}, r: &Request{r}, handlers: handlers}
	c.MapTo(c, (*Context)(nil))
	c.MapTo(c.w, (*http.ResponseWriter)(nil))
	c.Map(r)
	c.run()
}

// run calls handlers until one has written.
func (c *context) run() {
	for c.next < len(c.handlers) && !c.w.Written() {
		h := reflect.ValueOf(c.handlers[c.next])
		c.next++
		args := make([]reflect.Value, h.Type().NumIn())
		for i := range args {
			if args[i] = c.Value(h.Type().In(i)); !args[i].IsValid() {
				panic("nothing is mapped to " + h.Type().In(i).String())
			}
		}
		c.answer(h.Call(args))
	}
}

// answer writes what a handler returns: a status and a text, a text, or an error, which may
// come last.
func (c *context) answer(results []reflect.Value) {
	status := 0
	for i, v := range results {
		switch x := v.Interface().(type) {
		case int:
			status = x
		case error:
			http.Error(c.w, x.Error(), http.StatusInternalServerError)
			return
		case string:
			if x == "" || i+1 < len(results) && !results[i+1].IsZero() {
				continue
			}
			if status != 0 {
				c.w.WriteHeader(status)
			}
			c.w.Write([]byte(x))
		}
	}
}

func (c *context) Next()                              { c.run() }
func (c *context) ResponseWriter() ResponseWriter     { return c.w }
func (c *context) Request() *Request                  { return c.r }
func (c *context) RemoteAddr() string                 { return c.r.RemoteAddr }
func (c *context) Param(string) string                { return "" }
func (c *context) ParamInt(string) int                { return 0 }
func (c *context) Query(n string, _ ...string) string { return c.r.URL.Query().Get(n) }
func (c *context) SetCookie(k http.Cookie)            { http.SetCookie(c.w, &k) }

func (c *context) Redirect(location string, status ...int) {
	http.Redirect(c.w, c.r.Request, location, append(status, http.StatusFound)[0])
}

func (c *context) Cookie(name string) string {
	k, err := c.r.Request.Cookie(name)
	if err != nil {
		return ""
	}
	return k.Value
}

// writer knows what was written.
type writer struct {
	http.ResponseWriter
	status, size int
}

func (w *writer) Status() int   { return w.status }
func (w *writer) Size() int     { return w.size }
func (w *writer) Written() bool { return w.status != 0 }

func (w *writer) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
		w.ResponseWriter.WriteHeader(status)
	}
}

func (w *writer) Write(b []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	w.size += len(b)
	return w.ResponseWriter.Write(b)
}

type render struct{ w http.ResponseWriter }

// Renderer maps a Render.
func Renderer() Handler {
	return func(c Context) { c.MapTo(&render{c.ResponseWriter()}, (*Render)(nil)) }
}

func (r *render) JSON(status int, v any) {
	r.w.WriteHeader(status)
	json.NewEncoder(r.w).Encode(v)
}

func (r *render) XML(status int, v any) {
	r.w.WriteHeader(status)
	xml.NewEncoder(r.w).Encode(v)
}

func (r *render) Binary(status int, b []byte)       { r.w.WriteHeader(status); r.w.Write(b) }
func (r *render) PlainText(status int, text string) { r.Binary(status, []byte(text)) }
