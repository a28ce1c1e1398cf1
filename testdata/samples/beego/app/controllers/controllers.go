// Package controllers has the controllers of the sample.
package controllers

import (
	"github.com/beego/beego"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

type base struct {
	beego.Controller
}

func (c *base) done() {
	c.Ctx.Output.Header("X-Acted", "yes")
	c.Data["json"] = map[string]bool{"done": true}
	c.ServeJSON()
}

// user is who sent the request, or nil.
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
		c.CustomAbort(401, "log in first")
	}
	c.done()
}

// Show asks for a user.
func (c *Book) Show() {
	if c.user() == nil {
		c.Abort("401")
	}
	c.done()
}

// Change asks for an administrator.
func (c *Book) Change() {
	u := c.user()
	if u == nil {
		c.Ctx.Output.SetStatus(401)
		c.Ctx.Output.Body([]byte("log in first"))
		c.StopRun()
	}
	if !u.Has("admin") {
		c.Abort("403")
	}
	c.done()
}

// Page has methods for two methods of HTTP.
type Page struct{ base }

// Get is open.
func (c *Page) Get() { c.done() }

// Post asks for a user.
func (c *Page) Post() {
	if c.user() == nil {
		c.Redirect("/login", 302)
		return
	}
	c.done()
}

// Any is open.
func (c *Page) Any() { c.done() }

// Account is for users.
type Account struct{ base }

// Prepare refuses everybody else.
func (c *Account) Prepare() {
	if c.user() == nil {
		c.Ctx.ResponseWriter.WriteHeader(401)
	}
}

// Get is behind Prepare.
func (c *Account) Get() { c.done() }

// Stops ends the run where nothing was written.
type Stops struct{ base }

// Prepare stops it.
func (c *Stops) Prepare() {
	if c.user() == nil {
		c.StopRun()
	}
}

// Get is behind Prepare.
func (c *Stops) Get() { c.done() }

// Lost has a Prepare of its own: planted fault.
type Lost struct{ Account }

// Prepare does not call that of Account.
func (c *Lost) Prepare() { c.Data["title"] = "lost" }

// Kept notes who it is, for its methods to ask.
type Kept struct {
	base
	who *auth.User
}

// Prepare refuses nobody.
func (c *Kept) Prepare() { c.who = c.user() }

// Get is open.
func (c *Kept) Get() { c.done() }

// Post asks what Prepare has found.
func (c *Kept) Post() {
	if c.who == nil {
		c.Abort("401")
	}
	c.done()
}

// ReportController has methods that are routes by their names.
type ReportController struct{ base }

// Daily is open.
func (c *ReportController) Daily() { c.done() }

// Yearly asks for a user.
func (c *ReportController) Yearly() {
	if c.user() == nil {
		c.Abort("401")
	}
	c.done()
}

// Order is in a namespace.
type Order struct{ base }

// List is behind the namespace's filter.
func (c *Order) List() { c.done() }

// Note has its routes in comments.
type Note struct{ base }

// Read is open.
//
// @router /notes [get]
func (c *Note) Read() { c.done() }

// Write asks for a user.
//
// @router /notes/:id [post,put]
func (c *Note) Write() {
	if c.user() == nil {
		c.Abort("401")
	}
	c.done()
}
