package random

import "strings"

// Programs of flamego, served by its stub: macaron's with another context.
func init() {
	add(&Framework{
		Name: "flamego", Imports: []string{"github.com/flamego/flamego", "io"}, Shape: flamegoShape(), Param: "{id}",
		Root: "$v := mw.New()", RootType: "*flamego.Flame", Handler: "$r", Interface: "mw.Router", Use: "$r.Use($args)", LateUse: true,
		Routes:     []string{"$r.Route($method, $path, []flamego.Handler{$h})", "$r.Routes($path, $method, $h)"},
		RoutesWith: []string{"$r.Route($method, $path, mw.With($h, $args))"},
		Groups: map[string]GroupForm{
			"group": {Open: "$r.Group($prefix, func() {\n$v := mw.Part{Router: $r}", Without: "$r.Group($prefix, func() {\n$v := mw.Part{Router: $r}", Close: "}, $args)", Type: "mw.Part"},
		},
		Declarations: withOf("flamego.Handler") + `
type Router interface {
	Use(h ...flamego.Handler)
	Route(method, path string, handlers []flamego.Handler) *flamego.Route
	Routes(path, methods string, handlers ...flamego.Handler) *flamego.Route
	Group(path string, fn func(), h ...flamego.Handler)
}

// A Part is the router while a group is filled. Middleware would be for all; it has none.
type Part struct{ Router }

func (p Part) Use(...flamego.Handler) {}

func New() *flamego.Flame {
	return flamego.NewWithLogger(io.Discard)
}
`,
	})
}

func flamegoShape() Shape {
	s := macaronShape()
	s.MiddlewareType, s.HandlerType = "flamego.Handler", "flamego.Handler"
	for _, text := range []*string{&s.Middleware, &s.Handler, &s.FuncMiddleware, &s.FuncHandler} {
		*text = strings.ReplaceAll(*text, "c *macaron.Context, w http.ResponseWriter", "c flamego.Context, w http.ResponseWriter, r *http.Request")
	}
	s.Words["$credential"] = `c.Request().Header.Get("Authorization")`
	s.Words["$r"] = "r"
	s.Words["$with"] = `r = r.WithContext(kit.With(r.Context(), u))
c.Map(r)`
	s.Words["$user"] = "kit.From(r.Context())"
	s.Words["$act"] = "kit.Act(r)"
	s.Helpers = `
func requireUser(c flamego.Context) bool {
	if !kit.Known(c.Request().Request) {
		c.ResponseWriter().WriteHeader(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(c flamego.Context) (*kit.User, bool) {
	u, err := kit.Verify(c.Request().Request)
	if err != nil {
		c.ResponseWriter().WriteHeader(http.StatusUnauthorized)
		return nil, false
	}
	return u, true
}
`
	return s
}
