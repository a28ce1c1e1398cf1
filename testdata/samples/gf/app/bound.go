package app

import (
	"context"

	"github.com/gogf/gf/v2/frame/g"
	"github.com/gogf/gf/v2/net/ghttp"
)

// What is asked, with the routes in tags.
type (
	newsReq struct {
		g.Meta `path:"/news" method:"get" summary:"what is new"`
		Page   int
	}
	helloReq struct {
		g.Meta `path:"/hello/{name}" method:"get,post"`
	}
	listReq struct {
		g.Meta `path:"/orders" method:"get"`
	}
	anyReq struct {
		g.Meta `path:"/orders/{id}"`
	}
	paid struct {
		g.Meta `path:"/paid" method:"put"`
	}
	innerReq struct{ paid }
	bareReq  struct{}
	res      struct{ Done bool }
)

// News is open.
type News struct{}

// All is bound by its tag.
func (n *News) All(ctx context.Context, req *newsReq) (*res, error) { return act(ctx) }

// Orders is for users.
type Orders struct{ base }

// base has a method for who embeds it.
type base struct{}

// Any is bound for every method.
func (b *base) Any(ctx context.Context, req *anyReq) (*res, error) { return act(ctx) }

// List is bound by its tag.
func (o *Orders) List(ctx context.Context, req *listReq) (*res, error) { return act(ctx) }

// Pay is bound by the tag inside what it embeds.
func (o *Orders) Pay(ctx context.Context, req *innerReq) (*res, error) { return act(ctx) }

// LateList is bound by its name.
func (o *Orders) LateList(ctx context.Context, req *bareReq) (*res, error) { return act(ctx) }

// Plain is a handler, bound by its name.
func (o *Orders) Plain(r *ghttp.Request) { done(r) }

// Index is bound by its name, and for what is above it.
func (o *Orders) Index(r *ghttp.Request) { done(r) }

func hello(ctx context.Context, req *helloReq) (*res, error) { return act(ctx) }

func act(ctx context.Context) (*res, error) {
	g.RequestFromCtx(ctx).Response.Header().Set("X-Acted", "yes")
	return &res{Done: true}, nil
}
