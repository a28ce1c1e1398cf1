// Package api is the shop's API.
package api

import (
	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/auth"
	"github.com/guardvet/guardvet/testdata/samples/gin/rest"
)

// An API is the shop's API below a group.
type API struct {
	v1    *gin.RouterGroup
	guard gin.HandlerFunc
}

// Mount registers the API below a router; guard keeps its private part.
func Mount(r gin.IRouter, guard gin.HandlerFunc) {
	a := &API{v1: r.Group("/api/v1"), guard: guard}
	a.products()
	a.orders()
	a.cart()
	a.v1.GET("/search", rest.Public(search))
	a.v1.POST("/reviews", rest.Private(review))
}

func (a *API) products() {
	shelf := a.v1.Group("/products")
	shelf.GET("/:id", getProduct)
	staff := shelf.Group("", auth.RequireRole("admin"))
	staff.PATCH("/:id", updateProduct)
	// Planted fault: meant for the staff's group.
	shelf.DELETE("/:id", deleteProduct)
}

func (a *API) orders() {
	secured := a.v1.Group("", a.guard)
	{
		orders := secured.Group("/orders")
		orders.GET("", listOrders).PUT("/:id", updateOrder)
		orders.DELETE("/:id", auth.RequireRole("admin"), deleteOrder)
		orders.POST("/:id/refund", refundOrder)
		items(orders.Group("/:id/items"))
	}
}

// items is three groups deep.
func items(g *gin.RouterGroup) {
	g.GET("", listItems)
	g.DELETE("/:item", auth.RequireAny("owner", "admin"), removeItem)
}

func (a *API) cart() {
	r := rest.On(a.v1.Group("/cart"))
	r.Get("/coupons", listCoupons)
	mine := r.With(a.guard)
	mine.Get("", showCart)
	mine.With(auth.RequireRole("admin")).Get("/abandoned", abandonedCarts)
	r.Post("/checkout", checkout)
}
