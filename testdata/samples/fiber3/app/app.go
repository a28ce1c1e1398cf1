// Package app puts the shop together.
package app

import (
	"errors"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/extractors"
	"github.com/gofiber/fiber/v3/middleware/basicauth"
	"github.com/gofiber/fiber/v3/middleware/keyauth"
	"github.com/gofiber/fiber/v3/middleware/recover"
	"github.com/gofiber/fiber/v3/middleware/static"

	"github.com/guardvet/guardvet/testdata/samples/fiber3/auth"
)

// New makes the shop.
func New() *fiber.App {
	app := fiber.New(fiber.Config{ErrorHandler: answer})
	app.Get("/healthz", done)
	app.Use(recover.New(), auth.Identify)
	app.Get("/", done)
	app.Get("/login", done)
	app.Get("/static/*", static.New("testdata"))
	api(app.Group("/api"))
	admin(app)
	operations(app)
	account(app)
	mounts(app)
	app.Get("/prices/:id", done)
	return app
}

// answer is the error handler: refusals have bodies of their own.
func answer(c fiber.Ctx, err error) error {
	status := fiber.StatusInternalServerError
	var e *fiber.Error
	if errors.As(err, &e) {
		status = e.Code
	}
	return c.Status(status).JSON(fiber.Map{"error": err.Error()})
}

// api is the machines' part. Products are for everybody to read.
func api(r fiber.Router) {
	r.Get("/products", done)
	r.Post("/products", auth.RequireUser, done)
	r.Delete("/products/:id", auth.RequireRole("admin"), done)
	r.Add([]string{"PATCH"}, "/products/:id", check, done)
	orders := r.Group("/orders", auth.RequireUser)
	orders.Get("/", done)
	orders.Put("/:id", done)
	orders.Get("/:id/invoice", auth.RequireRole("admin"), done)
	// Not of the group, but below its prefix and later: the group's guard is for it.
	r.Get("/orders/:id/parcel", done)
	r.Get("/drafts", auth.Forgets, done) // planted fault
	r.Get("/stock", auth.Silent, done)
	r.Get("/mine", own)
	r.Get("/late", done) // planted fault: registered before the guard
	r.Use("/late", auth.RequireUser)
	r.Post("/late", done)
}

// check is a handler before another one.
func check(c fiber.Ctx) error {
	if u, err := auth.Authenticate(c); err != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	} else if !u.Has("admin") {
		return c.Status(fiber.StatusForbidden).SendString("not for you")
	}
	return c.Next()
}

// own asks for itself.
func own(c fiber.Ctx) error {
	u := auth.Current(c)
	if u == nil {
		return fiber.ErrUnauthorized
	}
	return done(c)
}

// admin is guarded below /admin; the prefix of a Use ends at a slash.
func admin(app *fiber.App) {
	app.Use("/admin", auth.RequireRole("admin"))
	app.Get("/admin", done)
	app.Get("/admin/users/:id", done)
	app.Get("/administrator", done)
	app.Get("/ADMIN/report", done)
	app.Use([]string{"/jobs", "/tasks"}, auth.RequireUser, auth.RequireRole("admin"))
	app.Post("/jobs", done)
	app.Delete("/tasks/:id", done)
}

func operations(app *fiber.App) {
	const hash = "{SHA256}10/w7o2juYBrGMh32/KbveULW9jk2tejpyUAD+uC6PE=" // of pass
	users := map[string]string{"user": hash, "admin": hash}
	app.Get("/ops/metrics", basicauth.New(basicauth.Config{Users: users}), done)
	app.Post("/hooks/payment", keyauth.New(keyauth.Config{
		Extractor: extractors.FromHeader("X-Hook-Key"),
		Validator: func(c fiber.Ctx, key string) (bool, error) { return key == "hook-key", nil },
	}), done)
}

func account(app *fiber.App) {
	app.Route("/account", func(r fiber.Router) {
		r.Get("/help", done)
		r.Use(auth.ToLogin)
		r.Get("/", done)
		r.Get("/cards", done)
	})
}

// mounts: a mounted application stands where it is mounted, with all that it is
// given.
func mounts(app *fiber.App) {
	early := fiber.New()
	app.Use("/early", early)
	guarded := app.Group("/inner", auth.RequireUser)
	late := fiber.New()
	late.Get("/page", done)
	guarded.Use("/late", late)
	app.Use(auth.RequireUser)
	early.Get("/page", done) // planted fault: its place is before the guard
	app.All("/everything", done)
}

// done is the handler of most routes.
func done(c fiber.Ctx) error {
	c.Set("X-Acted", "yes")
	return c.SendString("done")
}
