// Package app puts the sample together.
package app

import (
	"net/http"

	"github.com/beego/beego/v2/server/web"
	"github.com/beego/beego/v2/server/web/context"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New registers what the application serves; it has one router for all.
func New() http.Handler {
	web.BConfig.WebConfig.AutoRender = false
	web.InsertFilter("/admin/*", web.BeforeRouter, requireRole("admin"), web.WithReturnOnOutput(true))
	web.InsertFilter("/late/*", web.FinishRouter, requireUser) // planted fault: too late
	web.InsertFilter("/goon/*", web.BeforeExec, requireUser, web.WithReturnOnOutput(false))
	web.InsertFilterChain("/chain/*", requireNext)
	web.Get("/healthz", done)
	web.Get("/admin/users", done)
	web.Get("/late/users", done)
	web.Get("/goon/users", done)
	web.Get("/chain/users", done)
	web.Router("/books", &Book{}, "get:List;post:Create")
	web.Router("/pages", &Page{})
	web.CtrlGet("/show", (*Book).Show)
	web.AutoRouter(&ReportController{})
	web.AddNamespace(web.NewNamespace("/v1", web.NSBefore(requireUser), web.NSGet("/time", done), web.NSRouter("/books", &Book{}, "get:List")))
	return web.BeeApp.Handlers
}

func requireUser(ctx *context.Context) {
	if _, err := auth.Authenticate(ctx.Request); err != nil {
		ctx.Output.SetStatus(http.StatusUnauthorized)
		ctx.Output.Body([]byte("log in first"))
	}
}

func requireRole(role string) web.FilterFunc {
	return func(ctx *context.Context) {
		if u, err := auth.Authenticate(ctx.Request); err != nil {
			ctx.Abort(http.StatusUnauthorized, "401")
		} else if !u.Has(role) {
			ctx.Abort(http.StatusForbidden, "403")
		}
	}
}

func requireNext(next web.FilterFunc) web.FilterFunc {
	return func(ctx *context.Context) {
		if _, err := auth.Authenticate(ctx.Request); err != nil {
			ctx.ResponseWriter.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(ctx)
	}
}

func done(ctx *context.Context) {
	ctx.Output.Header("X-Acted", "yes")
	ctx.WriteString("done")
}

type base struct{ web.Controller }

func (c *base) done() {
	c.Ctx.Output.Header("X-Acted", "yes")
	c.Data["json"] = "done"
	c.ServeJSON()
}

func (c *base) user() *auth.User {
	u, _ := auth.Find(c.Ctx.Input.Header("Authorization"))
	return u
}

// Book guards in its methods.
type Book struct{ base }

// List is open.
func (c *Book) List() { c.done() }

// Create asks for a user.
func (c *Book) Create() {
	if c.user() == nil {
		c.Abort("401")
	}
	c.done()
}

// Show asks for an administrator.
func (c *Book) Show() {
	u := c.user()
	if u == nil {
		c.Abort("401")
	}
	if !u.Has("admin") {
		c.Abort("403")
	}
	c.done()
}

// Page is for users.
type Page struct{ base }

// Prepare refuses everybody else.
func (c *Page) Prepare() {
	if c.user() == nil {
		c.Ctx.ResponseWriter.WriteHeader(http.StatusUnauthorized)
	}
}

// Get is behind Prepare.
func (c *Page) Get() { c.done() }

// ReportController has methods that are routes by their names.
type ReportController struct{ base }

// Daily is open.
func (c *ReportController) Daily() { c.done() }
