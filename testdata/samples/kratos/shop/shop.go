// Package shop is written by hand in the form that protoc-gen-go-http v2 gives to a
// service: a registration, a handler for each method, and the names of the operations.
package shop

import (
	"context"

	"github.com/go-kratos/kratos/v2/transport/http"
)

// The operations, as the generator names them.
const (
	OperationShopGetProduct  = "/shop.v1.Shop/GetProduct"
	OperationShopAddProduct  = "/shop.v1.Shop/AddProduct"
	OperationShopLogin       = "/shop.v1.Shop/Login"
	OperationShopListOrders  = "/shop.v1.Shop/ListOrders"
	OperationShopCancelOrder = "/shop.v1.Shop/CancelOrder"
	OperationShopDropUser    = "/shop.v1.Admin/DropUser"
)

// Request and Reply are the messages of all methods.
type (
	Request struct {
		ID string `json:"id"`
	}
	Reply struct {
		Acted bool `json:"acted"`
	}
)

// ShopHTTPServer is what a service implements.
type ShopHTTPServer interface {
	GetProduct(context.Context, *Request) (*Reply, error)
	AddProduct(context.Context, *Request) (*Reply, error)
	Login(context.Context, *Request) (*Reply, error)
	ListOrders(context.Context, *Request) (*Reply, error)
	CancelOrder(context.Context, *Request) (*Reply, error)
	DropUser(context.Context, *Request) (*Reply, error)
}

// RegisterShopHTTPServer registers the routes of the service.
func RegisterShopHTTPServer(s *http.Server, srv ShopHTTPServer) {
	r := s.Route("/")
	r.GET("/v1/products/{id}", _Shop_GetProduct0_HTTP_Handler(srv))
	r.POST("/v1/products", _Shop_AddProduct0_HTTP_Handler(srv))
	r.POST("/v1/login", _Shop_Login0_HTTP_Handler(srv))
	r.GET("/v1/orders", _Shop_ListOrders0_HTTP_Handler(srv))
	r.DELETE("/v1/orders/{id}", _Shop_CancelOrder0_HTTP_Handler(srv))
	r.DELETE("/v1/users/{id}", _Shop_DropUser0_HTTP_Handler(srv))
}

func _Shop_GetProduct0_HTTP_Handler(srv ShopHTTPServer) func(ctx http.Context) error {
	return func(ctx http.Context) error {
		var in Request
		if err := ctx.BindQuery(&in); err != nil {
			return err
		}
		if err := ctx.BindVars(&in); err != nil {
			return err
		}
		http.SetOperation(ctx, OperationShopGetProduct)
		h := ctx.Middleware(func(ctx context.Context, req interface{}) (interface{}, error) {
			return srv.GetProduct(ctx, req.(*Request))
		})
		out, err := h(ctx, &in)
		if err != nil {
			return err
		}
		reply := out.(*Reply)
		return ctx.Result(200, reply)
	}
}

func _Shop_AddProduct0_HTTP_Handler(srv ShopHTTPServer) func(ctx http.Context) error {
	return func(ctx http.Context) error {
		var in Request
		if err := ctx.Bind(&in); err != nil {
			return err
		}
		if err := ctx.BindQuery(&in); err != nil {
			return err
		}
		http.SetOperation(ctx, OperationShopAddProduct)
		h := ctx.Middleware(func(ctx context.Context, req interface{}) (interface{}, error) {
			return srv.AddProduct(ctx, req.(*Request))
		})
		out, err := h(ctx, &in)
		if err != nil {
			return err
		}
		reply := out.(*Reply)
		return ctx.Result(200, reply)
	}
}

func _Shop_Login0_HTTP_Handler(srv ShopHTTPServer) func(ctx http.Context) error {
	return func(ctx http.Context) error {
		var in Request
		if err := ctx.Bind(&in); err != nil {
			return err
		}
		if err := ctx.BindQuery(&in); err != nil {
			return err
		}
		http.SetOperation(ctx, OperationShopLogin)
		h := ctx.Middleware(func(ctx context.Context, req interface{}) (interface{}, error) {
			return srv.Login(ctx, req.(*Request))
		})
		out, err := h(ctx, &in)
		if err != nil {
			return err
		}
		reply := out.(*Reply)
		return ctx.Result(200, reply)
	}
}

func _Shop_ListOrders0_HTTP_Handler(srv ShopHTTPServer) func(ctx http.Context) error {
	return func(ctx http.Context) error {
		var in Request
		if err := ctx.BindQuery(&in); err != nil {
			return err
		}
		http.SetOperation(ctx, OperationShopListOrders)
		h := ctx.Middleware(func(ctx context.Context, req interface{}) (interface{}, error) {
			return srv.ListOrders(ctx, req.(*Request))
		})
		out, err := h(ctx, &in)
		if err != nil {
			return err
		}
		reply := out.(*Reply)
		return ctx.Result(200, reply)
	}
}

func _Shop_CancelOrder0_HTTP_Handler(srv ShopHTTPServer) func(ctx http.Context) error {
	return func(ctx http.Context) error {
		var in Request
		if err := ctx.BindQuery(&in); err != nil {
			return err
		}
		if err := ctx.BindVars(&in); err != nil {
			return err
		}
		http.SetOperation(ctx, OperationShopCancelOrder)
		h := ctx.Middleware(func(ctx context.Context, req interface{}) (interface{}, error) {
			return srv.CancelOrder(ctx, req.(*Request))
		})
		out, err := h(ctx, &in)
		if err != nil {
			return err
		}
		reply := out.(*Reply)
		return ctx.Result(200, reply)
	}
}

func _Shop_DropUser0_HTTP_Handler(srv ShopHTTPServer) func(ctx http.Context) error {
	return func(ctx http.Context) error {
		var in Request
		if err := ctx.BindQuery(&in); err != nil {
			return err
		}
		if err := ctx.BindVars(&in); err != nil {
			return err
		}
		http.SetOperation(ctx, OperationShopDropUser)
		h := ctx.Middleware(func(ctx context.Context, req interface{}) (interface{}, error) {
			return srv.DropUser(ctx, req.(*Request))
		})
		out, err := h(ctx, &in)
		if err != nil {
			return err
		}
		reply := out.(*Reply)
		return ctx.Result(200, reply)
	}
}
