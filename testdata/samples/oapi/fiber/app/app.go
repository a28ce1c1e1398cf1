// Package app is a library behind fiber. Middlewares are given to the router, and reach
// all that is registered later; HandlerMiddlewares stand around the operations.
package app

import (
	"net/http"
	"strings"

	"github.com/gofiber/fiber/v3"

	"github.com/guardvet/guardvet/testdata/samples/oapi/fiber/api"
	"github.com/guardvet/guardvet/testdata/served"
)

// New serves the library, and a copy of it for its staff.
func New() *fiber.App {
	app := fiber.New()
	app.Get("/early", open)
	api.RegisterHandlersWithOptions(app, shelves{}, api.FiberServerOptions{
		BaseURL:            "/v1",
		Middlewares:        []api.MiddlewareFunc{loadReader},
		HandlerMiddlewares: []api.HandlerMiddlewareFunc{demandReader}, // the first one is the outermost
	})
	staff := app.Group("/staff")
	api.RegisterHandlersWithOptions(staff, shelves{}, api.FiberServerOptions{
		HandlerMiddlewares: []api.HandlerMiddlewareFunc{demandReader, demandLibrarian},
	})
	// A fault: what stands around operations does not stand around others.
	staff.Get("/keys", open)
	// A fault: the order makes no difference to the generator, and much to what is asked for.
	api.RegisterHandlersWithOptions(app, shelves{}, api.FiberServerOptions{
		BaseURL: "/v0", HandlerMiddlewares: []api.HandlerMiddlewareFunc{tellLibrarian},
	})
	return app
}

func open(c fiber.Ctx) error { return acted(c, http.StatusOK) }

// shelves have the operations.
type shelves struct{}

func (shelves) GetHealth(c fiber.Ctx) error                        { return acted(c, http.StatusNoContent) }
func (shelves) ListBooks(c fiber.Ctx, _ api.ListBooksParams) error { return acted(c, http.StatusOK) }
func (shelves) AddBook(c fiber.Ctx) error                          { return acted(c, http.StatusCreated) }
func (shelves) RemoveBook(c fiber.Ctx, _ string) error             { return acted(c, http.StatusNoContent) }
func (shelves) GetBook(c fiber.Ctx, _ string) error                { return acted(c, http.StatusOK) }
func (shelves) ReturnBook(c fiber.Ctx, _ string) error             { return acted(c, http.StatusNoContent) }
func (shelves) LendBook(c fiber.Ctx, _ string) error               { return acted(c, http.StatusNoContent) }
func (shelves) ListLoans(c fiber.Ctx) error                        { return acted(c, http.StatusOK) }

// ListFines asks by itself.
func (shelves) ListFines(c fiber.Ctx) error {
	return demandLibrarian(c, func(c fiber.Ctx) error { return acted(c, http.StatusOK) })
}

// ForgiveFines asks, and goes on: a fault.
func (shelves) ForgiveFines(c fiber.Ctx) error {
	if reader := readerOf(c); reader == nil || !reader.librarian {
		c.Status(http.StatusForbidden)
	}
	return acted(c, http.StatusNoContent)
}

type reader struct{ librarian bool }

var readers = map[string]*reader{"user": {}, "admin": {librarian: true}}

// loadReader keeps who reads. It asks for nothing.
func loadReader(c fiber.Ctx) error {
	if reader, ok := readers[strings.TrimPrefix(c.Get("Authorization"), "Bearer ")]; ok {
		c.Locals("reader", reader)
	}
	return c.Next()
}

func readerOf(c fiber.Ctx) *reader {
	reader, _ := c.Locals("reader").(*reader)
	return reader
}

func demandReader(c fiber.Ctx, next fiber.Handler) error {
	if readerOf(c) == nil {
		return fiber.ErrUnauthorized
	}
	return next(c)
}

func demandLibrarian(c fiber.Ctx, next fiber.Handler) error {
	if reader := readerOf(c); reader == nil || !reader.librarian {
		return c.SendStatus(http.StatusForbidden)
	}
	return next(c)
}

// tellLibrarian has forgotten to return.
func tellLibrarian(c fiber.Ctx, next fiber.Handler) error {
	if reader := readerOf(c); reader == nil || !reader.librarian {
		c.Status(http.StatusForbidden)
	}
	return next(c)
}

func acted(c fiber.Ctx, status int) error {
	c.Set(served.Acted, "yes")
	return c.SendStatus(status)
}
