// Package defaults has the form of authboss's.
package defaults

import (
	"io"
	"net/http"

	"github.com/aarondl/authboss/v3"
)

// Router keeps a mux for each method.
type Router struct{ mux map[string]*http.ServeMux }

func NewRouter() *Router {
	return &Router{map[string]*http.ServeMux{"GET": http.NewServeMux(), "POST": http.NewServeMux(), "DELETE": http.NewServeMux()}}
}

func (r *Router) Get(path string, h http.Handler)    { r.mux["GET"].Handle(path, h) }
func (r *Router) Post(path string, h http.Handler)   { r.mux["POST"].Handle(path, h) }
func (r *Router) Delete(path string, h http.Handler) { r.mux["DELETE"].Handle(path, h) }

func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if mux := r.mux[req.Method]; mux != nil {
		mux.ServeHTTP(w, req)
		return
	}
	w.WriteHeader(http.StatusMethodNotAllowed)
}

// Logger writes lines.
type Logger struct{ w io.Writer }

func NewLogger(w io.Writer) *Logger { return &Logger{w} }

func (l *Logger) Info(s string) { io.WriteString(l.w, s+"\n") }

// ErrorHandler writes errors down.
type ErrorHandler struct{ log authboss.Logger }

func NewErrorHandler(l authboss.Logger) ErrorHandler { return ErrorHandler{l} }

func (e ErrorHandler) Wrap(h func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			e.log.Info(err.Error())
		}
	})
}
