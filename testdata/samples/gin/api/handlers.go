package api

import (
	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/gin/auth"
	"github.com/guardvet/guardvet/testdata/samples/gin/rest"
)

func getProduct(c *gin.Context)    { rest.OK(c, gin.H{"id": c.Param("id")}) }
func updateProduct(c *gin.Context) { rest.OK(c, gin.H{"id": c.Param("id")}) }
func deleteProduct(c *gin.Context) { rest.OK(c, gin.H{"id": c.Param("id")}) }

func listOrders(c *gin.Context)  { rest.OK(c, []string{}) }
func updateOrder(c *gin.Context) { rest.OK(c, gin.H{"id": c.Param("id")}) }
func deleteOrder(c *gin.Context) { rest.OK(c, gin.H{"id": c.Param("id")}) }

// refundOrder leaves the refusal's answer to the middleware for errors.
func refundOrder(c *gin.Context) {
	if err := auth.Authorize(c, "refund"); err != nil {
		_ = c.Error(err)
		return
	}
	rest.OK(c, gin.H{"refunded": c.Param("id")})
}

func listItems(c *gin.Context)  { rest.OK(c, []string{}) }
func removeItem(c *gin.Context) { rest.OK(c, gin.H{"item": c.Param("item")}) }

func showCart(c *gin.Context) error {
	u, _ := auth.Current(c)
	rest.OK(c, gin.H{"of": u.Name})
	return nil
}

func abandonedCarts(c *gin.Context) error {
	rest.OK(c, []string{})
	return nil
}

func checkout(c *gin.Context) error {
	if err := auth.Authorize(c, "checkout"); err != nil {
		return err
	}
	rest.OK(c, gin.H{"paid": true})
	return nil
}

// listCoupons is a planted fault: it asks, and does not listen.
func listCoupons(c *gin.Context) error {
	_ = auth.Authorize(c, "coupons")
	rest.OK(c, []string{"TEN-OFF"})
	return nil
}

type query struct {
	Text string `form:"q"`
}

type found struct {
	Products []string `json:"products"`
}

func search(query) (found, error) { return found{Products: []string{"tea"}}, nil }

type text struct {
	Body string `json:"body"`
}

func review(u auth.User, t text) (text, error) { return text{Body: u.Name + ": " + t.Body}, nil }
