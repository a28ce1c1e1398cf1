package app

import (
	"context"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/oapi/echo/api"
)

// New serves the library, and a copy of it for its staff.
func New() *echo.Echo {
	e := echo.New()
	e.Use(loadReader)
	api.RegisterHandlersWithOptions(e, api.NewStrictHandler(shelves{}, nil), api.RegisterHandlersOptions{
		BaseURL: "/v1",
		OperationMiddlewares: map[string][]echo.MiddlewareFunc{
			"addBook":    {demandReader, demandLibrarian},
			"removeBook": {demandReader, demandLibrarian},
			"returnBook": {demandReader},
			"LendBook":   {demandReader}, // a fault: the operation begins with a small letter
		},
	})
	staff := e.Group("/staff", demandReader)
	api.RegisterHandlers(staff, api.NewStrictHandler(shelves{}, []api.StrictMiddlewareFunc{demandByRole}))
	return e
}

type reader struct{ librarian bool }

var readers = map[string]*reader{"user": {}, "admin": {librarian: true}}

type readerKey struct{}

// loadReader puts who reads into the context. It asks for nothing.
func loadReader(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		if reader, ok := readers[strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")]; ok {
			c.SetRequest(r.WithContext(context.WithValue(r.Context(), readerKey{}, reader)))
		}
		return next(c)
	}
}

func readerOf(ctx context.Context) *reader {
	reader, _ := ctx.Value(readerKey{}).(*reader)
	return reader
}

func mustBeLibrarian(ctx context.Context) (*reader, error) {
	reader := readerOf(ctx)
	if reader == nil || !reader.librarian {
		return nil, echo.ErrForbidden
	}
	return reader, nil
}

func demandReader(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if readerOf(c.Request().Context()) == nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func demandLibrarian(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := mustBeLibrarian(c.Request().Context()); err != nil {
			return err
		}
		return next(c)
	}
}

// demandByRole leaves what changes nothing to all of the staff.
func demandByRole(next api.StrictHandlerFunc, operationID string) api.StrictHandlerFunc {
	if strings.HasPrefix(operationID, "List") || strings.HasPrefix(operationID, "Get") {
		return next
	}
	return func(c echo.Context, request any) (any, error) {
		if !readerOf(c.Request().Context()).librarian {
			return nil, echo.NewHTTPError(http.StatusForbidden, "librarians only")
		}
		return next(c, request)
	}
}
