// Package rest lets handlers return their errors.
package rest

import (
	"errors"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/auth"
)

// Acted notes in the response that a handler has done its work.
func Acted(w http.ResponseWriter) { w.Header().Set("X-Acted", "yes") }

// OK is the answer of a handler that has done its work.
func OK(c *gin.Context, body any) {
	Acted(c.Writer)
	c.JSON(http.StatusOK, body)
}

// A Handler is a gin handler that returns its error.
type Handler func(c *gin.Context) error

// A Router registers such handlers on a gin group.
type Router struct {
	group gin.IRouter
	chain []gin.HandlerFunc
}

// On makes a router for a group.
func On(group gin.IRouter) *Router { return &Router{group: group} }

// With is the same router with more middleware.
func (r *Router) With(more ...gin.HandlerFunc) *Router {
	chain := append(r.chain[:len(r.chain):len(r.chain)], more...)
	return &Router{group: r.group, chain: chain}
}

// Get registers for GET.
func (r *Router) Get(path string, h Handler) { r.handle(http.MethodGet, path, h) }

// Post registers for POST.
func (r *Router) Post(path string, h Handler) { r.handle(http.MethodPost, path, h) }

func (r *Router) handle(method, path string, h Handler) {
	all := append([]gin.HandlerFunc{}, r.chain...)
	r.group.Handle(method, path, append(all, answer(h))...)
}

func answer(h Handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := h(c); err != nil {
			fail(c, err)
		}
	}
}

func fail(c *gin.Context, err error) {
	var refused *auth.Error
	if errors.As(err, &refused) {
		c.AbortWithStatusJSON(refused.Status, gin.H{"error": refused.Message})
		return
	}
	c.AbortWithStatus(http.StatusInternalServerError)
}

// Public is a handler for anybody that takes In and answers Out.
func Public[In, Out any](serve func(In) (Out, error)) gin.HandlerFunc {
	return func(c *gin.Context) { run(c, serve) }
}

// Private is a handler for users that takes In and answers Out.
func Private[In, Out any](serve func(auth.User, In) (Out, error)) gin.HandlerFunc {
	return func(c *gin.Context) {
		u, ok := auth.Require(c)
		if !ok {
			return
		}
		run(c, func(in In) (Out, error) { return serve(u, in) })
	}
}

func run[In, Out any](c *gin.Context, serve func(In) (Out, error)) {
	var in In
	if err := c.ShouldBind(&in); err != nil && !errors.Is(err, io.EOF) {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	out, err := serve(in)
	if err != nil {
		fail(c, err)
		return
	}
	OK(c, out)
}
