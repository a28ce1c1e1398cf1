package frameworks

import (
	"maps"
	"reflect"
	"slices"
	"strings"
)

// A Spelling is how code says the two refusals: names of one package, or methods of one
// type, that are alike in everything else.
type Spelling struct{ Of, Unauthorized, Forbidden string }

// Spellings are those of the standard library and the frameworks.
var Spellings = []Spelling{
	{"net/http", "StatusUnauthorized", "StatusForbidden"},
	{"github.com/valyala/fasthttp", "StatusUnauthorized", "StatusForbidden"},
	{"github.com/gofiber/fiber/v2", "StatusUnauthorized", "StatusForbidden"},
	{"github.com/gofiber/fiber/v2", "ErrUnauthorized", "ErrForbidden"},
	{"github.com/gofiber/fiber/v3", "StatusUnauthorized", "StatusForbidden"},
	{"github.com/gofiber/fiber/v3", "ErrUnauthorized", "ErrForbidden"},
	{"github.com/kataras/iris/v12", "StatusUnauthorized", "StatusForbidden"},
	{"github.com/cloudwego/hertz/pkg/protocol/consts", "StatusUnauthorized", "StatusForbidden"},
	{"github.com/labstack/echo/v4", "ErrUnauthorized", "ErrForbidden"},
	{"github.com/labstack/echo/v5", "ErrUnauthorized", "ErrForbidden"},
	{"github.com/danielgtaylor/huma/v2", "Error401Unauthorized", "Error403Forbidden"},
	{"github.com/go-fuego/fuego", "UnauthorizedError", "ForbiddenError"},
	{"github.com/pocketbase/pocketbase/apis", "NewUnauthorizedError", "NewForbiddenError"},
	{"(*github.com/pocketbase/pocketbase/tools/router.Event)", "UnauthorizedError", "ForbiddenError"},
	{"google.golang.org/grpc/codes", "Unauthenticated", "PermissionDenied"},
	{"connectrpc.com/connect", "CodeUnauthenticated", "CodePermissionDenied"},
}

// Respell returns the name of the refusal with the status get, 401 or 403, where a name of
// a package or type says the other one; "" if it does not.
func Respell(of, name string, get int) string {
	for _, s := range Spellings {
		switch {
		case s.Of != of:
		case get == 401 && s.Forbidden == name:
			return s.Unauthorized
		case get == 403 && s.Unauthorized == name:
			return s.Forbidden
		}
	}
	return ""
}

// headerForms are how a header of the response is set, by the type of what a handler is given:
// its name, that of the header, and the value.
var headerForms = map[string]string{
	"net/http.ResponseWriter":              "%s.Header().Set(%s, %s)",
	"*github.com/gin-gonic/gin.Context":    "%s.Header(%s, %s)",
	"github.com/labstack/echo/v4.Context":  "%s.Response().Header().Set(%s, %s)",
	"*github.com/labstack/echo/v5.Context": "%s.Response().Header().Set(%s, %s)",
	"*github.com/gofiber/fiber/v2.Ctx":     "%s.Set(%s, %s)",
	"github.com/gofiber/fiber/v3.Ctx":      "%s.Set(%s, %s)",
}

// SetsHeader returns how a header is set by something of a type; "" if by none of its
// methods.
func SetsHeader(typ string) string { return headerForms[typ] }

// Aborts returns the method of the symbol's receiver that stops the rest of a flat chain,
// and does nothing else; "" if there is none.
func (t *Tables) Aborts(symbol string) string {
	recv := symbol[:strings.LastIndexByte(symbol, '.')+1]
	for _, name := range slices.Sorted(maps.Keys(t.effects)) {
		method, ok := strings.CutPrefix(name, recv)
		if ok && reflect.DeepEqual(t.effects[name], Effect{Abort: true}) {
			return method
		}
	}
	return ""
}

// Flat reports whether a framework runs its handlers as a list that goes on by itself.
func (t *Tables) Flat(framework string) bool {
	for kind, r := range t.routers {
		s := t.shapes[r.Shape]
		if t.Owner(kind) == framework && s != nil && len(s.Params) > 0 && !s.Wrap && !s.Explicit && !s.UntilWritten {
			return true
		}
	}
	return false
}

// TakesObjects reports whether a registration takes handlers that are objects: another one
// takes functions in its place.
func (t *Tables) TakesObjects(symbol string) bool {
	dot := max(strings.LastIndexByte(symbol, '.'), 0)
	for name, c := range t.calls {
		if c.Instead != "" && name[:strings.LastIndexByte(name, '.')] == symbol[:dot] && c.Instead == symbol[dot+1:] {
			return true
		}
	}
	return false
}

// Inline returns the method of the symbol's receiver that makes a group of the same routes
// with more middleware, in which a route can be registered in one line; "" if there is none.
func (t *Tables) Inline(symbol string) string {
	recv := symbol[:strings.LastIndexByte(symbol, '.')+1]
	for _, name := range slices.Sorted(maps.Keys(t.calls)) {
		method, ok := strings.CutPrefix(name, recv)
		c := t.calls[name]
		if ok && c.Op == OpGroup && c.Middleware == 1 && c.Pattern == 0 && c.Func == 0 && c.Returns == ReturnsChild {
			return method
		}
	}
	return ""
}
