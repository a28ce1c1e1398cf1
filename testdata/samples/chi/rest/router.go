package rest

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"github.com/go-chi/chi/v5"

	"github.com/guardvet/guardvet/testdata/samples/chi/auth"
)

// A Router is chi's, except that its handlers return their errors.
type Router struct{ chi.Router }

// With is the same router with more middleware.
func (r Router) With(more ...func(http.Handler) http.Handler) Router {
	return Router{r.Router.With(more...)}
}

// Get registers for GET.
func (r Router) Get(path string, h Handler) { r.Method(http.MethodGet, path, h) }

// Post registers for POST.
func (r Router) Post(path string, h Handler) { r.Method(http.MethodPost, path, h) }

// Public is a handler for anybody that takes In and answers Out.
func Public[In, Out any](serve func(In) (Out, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { run(w, r, serve) }
}

// Private is a handler for users that takes In and answers Out.
func Private[In, Out any](serve func(*auth.User, In) (Out, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u, ok := auth.Require(w, r)
		if !ok {
			return
		}
		run(w, r, func(in In) (Out, error) { return serve(u, in) })
	}
}

func run[In, Out any](w http.ResponseWriter, r *http.Request, serve func(In) (Out, error)) {
	var in In
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil && !errors.Is(err, io.EOF) {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	out, err := serve(in)
	if err != nil {
		Fail(w, err)
		return
	}
	OK(w, out)
}
