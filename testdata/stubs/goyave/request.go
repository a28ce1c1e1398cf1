package goyave

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
)

// Request is a request with what middleware says of it.
type Request struct {
	httpRequest *http.Request
	Data        any
	User        any
	Query       map[string]any
	Extra       map[any]any
	Route       *Route
	RouteParams map[string]string
}

func (r *Request) Request() *http.Request   { return r.httpRequest }
func (r *Request) Method() string           { return r.httpRequest.Method }
func (r *Request) URL() *url.URL            { return r.httpRequest.URL }
func (r *Request) Header() http.Header      { return r.httpRequest.Header }
func (r *Request) Cookies() []*http.Cookie  { return r.httpRequest.Cookies() }
func (r *Request) RemoteAddress() string    { return r.httpRequest.RemoteAddr }
func (r *Request) Context() context.Context { return r.httpRequest.Context() }

func (r *Request) BasicAuth() (username, password string, ok bool) { return r.httpRequest.BasicAuth() }

func (r *Request) BearerToken() (string, bool) {
	token, ok := strings.CutPrefix(r.Header().Get("Authorization"), "Bearer ")
	return strings.TrimSpace(token), ok
}

func (r *Request) WithContext(ctx context.Context) *Request {
	r.httpRequest = r.httpRequest.WithContext(ctx)
	return r
}

// Response notes a status until something is written.
type Response struct {
	w             http.ResponseWriter
	server        *Server
	status        int
	wrote, header bool
}

func (r *Response) Header() http.Header   { return r.w.Header() }
func (r *Response) Cookie(c *http.Cookie) { http.SetCookie(r.w, c) }
func (r *Response) GetStatus() int        { return r.status }
func (r *Response) IsEmpty() bool         { return !r.wrote }
func (r *Response) IsHeaderWritten() bool { return r.header }
func (r *Response) Error(any)             { r.Status(http.StatusInternalServerError) }

func (r *Response) Status(status int) {
	if r.status == 0 {
		r.status = status
	}
}

func (r *Response) WriteHeader(status int) {
	if !r.header {
		r.status, r.header = status, true
		r.w.WriteHeader(status)
	}
}

func (r *Response) Write(b []byte) (int, error) {
	if r.wrote = true; !r.header {
		if r.status == 0 {
			r.status = http.StatusOK
		}
		r.WriteHeader(r.status)
	}
	return r.w.Write(b)
}

func (r *Response) JSON(status int, v any) {
	if !r.header {
		r.Header().Set("Content-Type", "application/json; charset=utf-8")
		r.status = status
	}
	if err := json.NewEncoder(r).Encode(v); err != nil {
		panic(err)
	}
}

func (r *Response) String(status int, text string) {
	if !r.header {
		r.status = status
	}
	if _, err := r.Write([]byte(text)); err != nil {
		panic(err)
	}
}
