// Package app puts the sample together.
package app

import (
	"net/http"

	"github.com/beego/beego"
	"github.com/beego/beego/context"

	"github.com/guardvet/guardvet/testdata/samples/beego/app/controllers"
)

// New registers what the application serves; it has one router for all.
func New() http.Handler {
	beego.BConfig.WebConfig.AutoRender = false
	filters()
	functions()
	objects()
	beego.AddNamespace(
		beego.NewNamespace("/v1",
			beego.NSCond(func(ctx *context.Context) bool { return ctx.Input.Header("X-Closed") == "" }),
			beego.NSBefore(requireUser),
			beego.NSGet("/time", done),
			beego.NSRouter("/orders", &controllers.Order{}, "get:List"),
			beego.NSNamespace("/inner", beego.NSBefore(requireRole("admin")), beego.NSPost("/stock", done)),
		),
		beego.NewNamespace("/v1", beego.NSGet("/again", done)), // behind the filter of the other one
		beego.NewNamespace("/v2",
			beego.NSGet("/time", done), // want unguarded
			beego.NSAfter(requireUser), // planted fault: too late
		).Namespace(beego.NewNamespace("/mine").Filter("before", requireUser).Get("/time", done)),
	)
	return beego.BeeApp.Handlers
}

func filters() {
	beego.InsertFilter("*", beego.BeforeStatic, identify)
	beego.InsertFilter("/admin/*", beego.BeforeRouter, requireRole("admin"))
	beego.InsertFilter("/exec/*", beego.BeforeExec, requireUser)
	beego.InsertFilter("/exact", beego.BeforeRouter, requireUser)
	beego.InsertFilter("/things/:id", beego.BeforeRouter, requireUser)
	beego.InsertFilter("/pending/*", beego.BeforeRouter, pending)  // want failopen: nothing is written
	beego.InsertFilter("/after/*", beego.AfterExec, requireUser)   // planted fault: too late
	beego.InsertFilter("/goon/*", beego.BeforeRouter, soft, false) // planted fault: what it writes ends nothing
	beego.InsertFilter("/aborts/*", beego.BeforeRouter, aborts)
	beego.InsertFilter("/moved/*", beego.BeforeRouter, redirects)
	beego.Policy("/policy", "get", requireUser)
}

func functions() {
	beego.Get("/healthz", done)
	beego.Get("/admin", done)
	beego.Get("/admin/users", done)
	beego.Delete("/admin/users/:id", done)
	beego.Any("/exec/orders", done)
	beego.Get("/exact", done)
	beego.Get("/exact/more", done) // want unguarded: the filter is for the path above
	beego.Get("/things/:id", done)
	beego.Get("/pending/drafts", done)
	beego.Get("/after/drafts", done) // want unguarded
	beego.Get("/goon/drafts", done)
	beego.Get("/aborts/drafts", done)
	beego.Get("/moved/drafts", done)
	beego.Get("/policy", done)
	beego.Get("/context", fromContext)
	beego.Handler("/raw", http.HandlerFunc(raw)) // want bypass
	beego.Handler("/admin/raw", http.HandlerFunc(raw))
}

func objects() {
	beego.Router("/books", &controllers.Book{}, "get:List;post:Create") // want unguarded
	beego.Router("/books/:id", &controllers.Book{}, "get:Show;put,delete:Change")
	beego.Router("/pages", &controllers.Page{})              // want unguarded
	beego.Router("/pages/any", &controllers.Page{}, "*:Any") // want unguarded
	beego.Router("/account", &controllers.Account{})
	beego.Router("/stops", &controllers.Stops{})                // want unguarded
	beego.Router("/lost", &controllers.Lost{})                  // want bypass
	beego.Router("/kept", &controllers.Kept{})                  // want unguarded
	beego.AutoRouter(&controllers.ReportController{})           // want bypass
	beego.AutoPrefix("/admin", &controllers.ReportController{}) // want:-1 weakguard
	beego.Include(&controllers.Note{})                          // want unguarded
}
