package app

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/traps/keeper"
)

// A ginVisit is what the handlers of the application are given: the framework's own context, and who asks.
type ginVisit struct {
	*gin.Context
	who *keeper.Token
}

func (p *ginVisit) refuse(status int) {
	p.AbortWithStatusJSON(status, gin.H{"error": http.StatusText(status)})
}

// plain hands the framework's context to functions that want no more of it than any context has.
func plain(mux *http.ServeMux) {
	g := gin.New()
	g.GET("/plain/open", plainTo(shownToGin))
	g.GET("/plain/known", plainKnown(shownToGin))
	g.GET("/plain/admin", plainAllowed(shownToGin))
	g.GET("/plain/asked", asksPlainly)
	mux.Handle("/plain/", g)
}

func plainTo(h func(*ginVisit)) gin.HandlerFunc {
	k := keeper.New()
	return func(c *gin.Context) {
		p := &ginVisit{Context: c}
		if text := c.GetHeader("Authorization"); text != "" {
			who, err := k.Token(c, text)
			if err != nil && c.Err() != nil {
				p.refuse(http.StatusInternalServerError)
				return
			}
			p.who = who
		}
		h(p)
	}
}

func plainKnown(h func(*ginVisit)) gin.HandlerFunc {
	return plainTo(func(p *ginVisit) {
		if p.who == nil {
			p.refuse(http.StatusUnauthorized)
			return
		}
		h(p)
	})
}

func plainAllowed(h func(*ginVisit)) gin.HandlerFunc {
	return plainKnown(func(p *ginVisit) {
		if p.who.Name != "admin" {
			p.refuse(http.StatusForbidden)
			return
		}
		h(p)
	})
}

func shownToGin(p *ginVisit) { p.String(http.StatusOK, "done") }

// asksPlainly gives it to a function of the same package, whose context has the interface's type.
func asksPlainly(c *gin.Context) {
	if whose(c, c.GetHeader("Authorization")) == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.String(http.StatusOK, "done")
}

func whose(ctx context.Context, text string) *keeper.Token {
	who, err := keeper.New().Token(ctx, text)
	if err != nil {
		return nil
	}
	return who
}
