// Package app puts the sample together.
package app

import (
	"strings"

	"github.com/fasthttp/router"
	"github.com/valyala/fasthttp"
)

type user struct {
	name  string
	admin bool
}

var users = map[string]*user{"user": {name: "user"}, "admin": {name: "admin", admin: true}}

// Routes are the application's routes.
func Routes() *router.Router {
	r := router.New()
	r.GET("/healthz", done)
	r.GET("/products/{id}", done)
	r.POST("/products", requireUser(done))
	r.DELETE("/products/{id}", requireAdmin(done))
	r.PUT("/products/{id}", done) // planted fault
	api := r.Group("/api")
	orders := api.Group("/orders")
	orders.GET("/", requireUser(done))
	orders.ANY("/{id}", own)
	orders.GET("/{id}/draft", forgets(done)) // planted fault
	for path, h := range map[string]fasthttp.RequestHandler{"/users": done, "/jobs/{id}": own} {
		r.Handle("PATCH", "/admin"+path, requireAdmin(h))
	}
	r.GET("/shelves/{shelf}", shelf)
	r.POST("/shelves/{shelf}/{place:[0-9]+}", place)
	r.DELETE("/shelves/{shelf}", shelfOf)
	r.GET("/debug/healthz", except(done))
	r.GET("/debug/state", except(done)) // planted fault: /debug/state?/healthz
	r.GET("/levels/any", bridged(doneCall))
	r.GET("/levels/one", bridged(oneFactor(doneCall)))
	r.POST("/levels/two", bridged(found(doneCall)))
	r.POST("/levels/enter", enter)
	r.NotFound = requireUser(done)
	return r
}

// New makes the application: every request is identified.
func New() fasthttp.RequestHandler { return identify(Routes().Handler) }

func authenticate(c *fasthttp.RequestCtx) *user {
	token, ok := strings.CutPrefix(string(c.Request.Header.Peek("Authorization")), "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

// identify puts the user, if there is one, into the context. It refuses nobody.
func identify(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(c *fasthttp.RequestCtx) {
		if u := authenticate(c); u != nil {
			c.SetUserValue("user", u)
		}
		next(c)
	}
}

func current(c *fasthttp.RequestCtx) *user {
	u, _ := c.UserValue("user").(*user)
	return u
}

func requireUser(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(c *fasthttp.RequestCtx) {
		if current(c) == nil {
			c.Error("log in first", fasthttp.StatusUnauthorized)
			return
		}
		next(c)
	}
}

func requireAdmin(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(c *fasthttp.RequestCtx) {
		switch u := current(c); {
		case u == nil:
			c.SetStatusCode(fasthttp.StatusUnauthorized)
		case !u.admin:
			c.SetStatusCode(fasthttp.StatusForbidden)
		default:
			next(c)
		}
	}
}

func forgets(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(c *fasthttp.RequestCtx) {
		if current(c) == nil {
			c.Error("log in first", fasthttp.StatusUnauthorized)
		}
		next(c)
	}
}

// own asks for itself.
func own(c *fasthttp.RequestCtx) {
	if current(c) == nil {
		c.Error("log in first", fasthttp.StatusUnauthorized)
		return
	}
	done(c)
}

func done(c *fasthttp.RequestCtx) {
	c.Response.Header.Set("X-Acted", "yes")
	c.SetBodyString("done")
}

var shelves = map[string]string{"top": "admin"}

// shelf is for everybody: what the path names is no secret, though the router keeps it where others keep who asks.
func shelf(c *fasthttp.RequestCtx) {
	if _, ok := shelves[c.UserValue("shelf").(string)]; !ok {
		c.Error("no such shelf", fasthttp.StatusForbidden)
		return
	}
	done(c)
}

func place(c *fasthttp.RequestCtx) {
	if c.UserValue("shelf") == nil || c.UserValue("place") == nil {
		c.Error("which place?", fasthttp.StatusForbidden)
		return
	}
	done(c)
}

// shelfOf is for its owner.
func shelfOf(c *fasthttp.RequestCtx) {
	if u := current(c); u == nil || shelves[c.UserValue("shelf").(string)] != u.name {
		c.Error("not yours", fasthttp.StatusForbidden)
		return
	}
	done(c)
}

// except asks for a user unless something is in the address.
func except(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(c *fasthttp.RequestCtx) {
		if strings.Contains(string(c.Request.URI().FullURI()), "/healthz") {
			next(c)
			return
		}
		requireUser(next)(c)
	}
}
