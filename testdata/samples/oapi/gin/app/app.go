// Package app is a library behind gin. The middleware of the generated server runs
// one after the other, until one of them has aborted.
package app

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/guardvet/guardvet/testdata/samples/oapi/gin/api"
	"github.com/guardvet/guardvet/testdata/served"
)

// New serves the library, as it is, as it was, and to its staff.
func New() *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	api.RegisterHandlersWithOptions(r, shelves{}, api.GinServerOptions{
		BaseURL: "/v1", Middlewares: []api.MiddlewareFunc{loadReader, demandScopes},
	})
	// A fault: who is nobody is told so, and served.
	api.RegisterHandlersWithOptions(r, shelves{}, api.GinServerOptions{
		BaseURL: "/v0", Middlewares: []api.MiddlewareFunc{loadReader, tell},
	})
	staff := r.Group("/staff", loadReader, demandLibrarian)
	api.RegisterHandlers(staff, shelves{})
	return r
}

// shelves have the operations.
type shelves struct{}

func (shelves) GetHealth(c *gin.Context)                        { acted(c, http.StatusNoContent) }
func (shelves) ListBooks(c *gin.Context, _ api.ListBooksParams) { acted(c, http.StatusOK) }
func (shelves) AddBook(c *gin.Context)                          { acted(c, http.StatusCreated) }
func (shelves) RemoveBook(c *gin.Context, _ string)             { acted(c, http.StatusNoContent) }
func (shelves) GetBook(c *gin.Context, _ string)                { acted(c, http.StatusOK) }
func (shelves) ReturnBook(c *gin.Context, _ string)             { acted(c, http.StatusNoContent) }
func (shelves) LendBook(c *gin.Context, _ string)               { acted(c, http.StatusNoContent) }
func (shelves) ListLoans(c *gin.Context)                        { acted(c, http.StatusOK) }

// ListFines asks by itself.
func (shelves) ListFines(c *gin.Context) {
	if demandLibrarian(c); c.IsAborted() {
		return
	}
	acted(c, http.StatusOK)
}

// ForgiveFines asks, and goes on: a fault.
func (shelves) ForgiveFines(c *gin.Context) {
	demandLibrarian(c)
	acted(c, http.StatusNoContent)
}

type reader struct{ librarian bool }

var readers = map[string]*reader{"user": {}, "admin": {librarian: true}}

// loadReader puts who reads into the context. It asks for nothing.
func loadReader(c *gin.Context) {
	if reader, ok := readers[strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")]; ok {
		c.Set("reader", reader)
	}
}

func readerOf(c *gin.Context) *reader {
	value, _ := c.Get("reader")
	reader, _ := value.(*reader)
	return reader
}

// tell has forgotten to abort.
func tell(c *gin.Context) {
	if readerOf(c) == nil {
		c.Status(http.StatusUnauthorized)
		return
	}
}

func demandLibrarian(c *gin.Context) {
	if reader := readerOf(c); reader == nil || !reader.librarian {
		c.AbortWithStatus(http.StatusForbidden)
	}
}

// demandScopes asks for what the document demands of the operation.
func demandScopes(c *gin.Context) {
	scopes, secured := c.Get(string(api.BearerAuthScopes))
	if !secured {
		return
	}
	reader := readerOf(c)
	if reader == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	for _, scope := range scopes.([]string) {
		if scope == "librarian" && !reader.librarian {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
	}
}

func acted(c *gin.Context, status int) {
	c.Header(served.Acted, "yes")
	c.Status(status)
}
