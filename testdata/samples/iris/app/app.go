// Package app puts the sample together.
package app

import (
	"net/http"
	"strings"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/basicauth"
	"github.com/kataras/iris/v12/middleware/recover"
)

type user struct {
	name  string
	admin bool
}

var users = map[string]*user{"user": {name: "user"}, "admin": {name: "admin", admin: true}}

// New makes the application.
func New() *iris.Application {
	app := iris.Default()
	app.UseRouter(recover.New())
	app.Get("/healthz", done)
	early := app.Party("/early")
	forced(app)
	app.Use(identify)
	app.Get("/basic", basicauth.Default(map[string]string{"user": "pass", "admin": "pass"}), done)
	app.PartyFunc("/api", api)
	early.Get("/page", done) // planted fault: the party was made before identify, which refuses nobody, and has no guard
	admin := app.Party("/admin", requireRole("admin"))
	{
		admin.Get("/", done)
		admin.Get("/users", done)
		admin.Handle("DELETE", "/users/{id:uint64}", done).SetName("delete user")
		admin.Party("/old").Reset().Get("/users", done) // planted fault: nothing is left
	}
	app.PartyConfigure("/orders", &orders{})
	internal(app)
	app.Get("/std", iris.FromStd(http.HandlerFunc(standard)))
	app.Get("/std/next", iris.FromStd(standardGuard), done)
	app.Use(requireUser)
	app.Any("/me", done)
	app.Handle("ANY", "/you", done)
	return app
}

func api(p iris.Party) {
	p.Get("/products/{id}", done)
	p.Post("/products", requireUser, done)
	p.Put("/products/{id}", own)
	p.Get("/drafts", forgets, done)   // planted fault
	p.Get("/stopped", stops, done)    // stopped, whatever comes after
	p.Get("/named/{id}", named, done) // planted fault: asks for a parameter of the path only
	p.Get("/hidden", hides, done)
	p.Delete("/late", done) // planted fault: registered before the guard
	p.Use(requireUser)
	p.Get("/late", done)
}

type orders struct{}

// Configure implements iris.PartyConfigurator.
func (o *orders) Configure(p iris.Party) {
	p.Use(requireUser)
	p.Get("/", o.list)
	p.Get("/{id:int}", o.list)
}

func (o *orders) list(ctx iris.Context) { done(ctx) }

// internal is guarded before routing.
func internal(app *iris.Application) {
	p := app.Party("/internal")
	p.UseRouter(requireToken)
	p.Get("/stats", done)
	p.Party("/jobs").Get("/{id}", done)
	open := p.Party("/open")
	open.ResetRouterFilters()
	open.Get("/stats", done) // planted fault: the filters are reset
	app.Get("/internal/beside", done)

	global := app.Party("/global")
	global.Get("/before", done)
	child := global.Party("/child")
	child.Get("/before", done)
	app.UseGlobal(frame)
	child.Get("/after", done)
	global.Get("/after", done)
}

// forced goes on without Next, unless it is stopped.
func forced(app *iris.Application) {
	p := app.Party("/forced").SetExecutionRules(iris.ExecutionRules{Begin: iris.ExecutionOptions{Force: true}})
	p.Get("/stopped", stopsOnly, done)
	p.Use(setsStatus)
	p.Get("/open", done) // planted fault: a status that is set stops nobody under these rules
}

func authenticate(ctx iris.Context) *user {
	token, ok := strings.CutPrefix(ctx.GetHeader("Authorization"), "Bearer ")
	if !ok {
		return nil
	}
	return users[token]
}

// identify puts the user, if there is one, into the context. It refuses nobody.
func identify(ctx iris.Context) {
	if u := authenticate(ctx); u != nil {
		ctx.Values().Set("user", u)
	}
	ctx.Next()
}

func frame(ctx iris.Context) {
	ctx.Header("X-Frame-Options", "DENY")
	ctx.Next()
}

func current(ctx iris.Context) *user {
	u, _ := ctx.Values().Get("user").(*user)
	return u
}

func requireUser(ctx iris.Context) {
	if current(ctx) == nil {
		ctx.StopWithText(iris.StatusUnauthorized, "log in first")
		return
	}
	ctx.Next()
}

func requireToken(ctx iris.Context) {
	if authenticate(ctx) == nil {
		ctx.StopWithStatus(iris.StatusUnauthorized)
		return
	}
	ctx.Next()
}

func requireRole(role string) iris.Handler {
	return func(ctx iris.Context) {
		u := current(ctx)
		if u == nil {
			ctx.StatusCode(iris.StatusUnauthorized)
			return
		}
		if !u.admin || role != "admin" {
			ctx.StopWithJSON(iris.StatusForbidden, iris.Map{"error": "not for you"})
			return
		}
		ctx.Next()
	}
}

func forgets(ctx iris.Context) {
	if current(ctx) == nil {
		ctx.StatusCode(iris.StatusUnauthorized)
		ctx.WriteString("log in first")
	}
	ctx.Next()
}

func stops(ctx iris.Context) {
	if authenticate(ctx) == nil {
		ctx.StopWithStatus(iris.StatusUnauthorized)
	}
	ctx.Next()
}

func hides(ctx iris.Context) {
	if current(ctx) == nil {
		ctx.NotFound()
		return
	}
	ctx.Next()
}

// named asks for what anybody may send.
func named(ctx iris.Context) {
	if ctx.Params().GetString("id") == "" {
		ctx.StopWithStatus(iris.StatusNotFound)
		return
	}
	ctx.Next()
}

func setsStatus(ctx iris.Context) {
	if authenticate(ctx) == nil {
		ctx.StatusCode(iris.StatusUnauthorized)
		return
	}
}

func stopsOnly(ctx iris.Context) {
	if authenticate(ctx) == nil {
		ctx.StopWithStatus(iris.StatusUnauthorized)
	}
}

// own asks for itself.
func own(ctx iris.Context) {
	if current(ctx) == nil {
		ctx.StatusCode(iris.StatusUnauthorized)
		return
	}
	done(ctx)
}

func standard(w http.ResponseWriter, r *http.Request) { w.Header().Set("X-Acted", "yes") }

func standardGuard(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if r.Header.Get("Authorization") == "" {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	next(w, r)
}

func done(ctx iris.Context) {
	ctx.Header("X-Acted", "yes")
	ctx.JSON("done")
}
