package random

import "strings"

// Programs of gf, served by its stub.
func init() {
	add(&Framework{
		Name: "gf", Imports: []string{"github.com/gogf/gf/v2/frame/g", "github.com/gogf/gf/v2/net/ghttp"}, Shape: gfShape(), Param: "{id}",
		Root: "$v := mw.New()", RootType: "*mw.App", Handler: "mw.Serve($r)", Use: "$r.Middleware($args)", LateUse: true,
		Routes:     []string{"$r.Handle($method, $path, $h)"},
		RoutesWith: []string{"$r.With($args).Handle($method, $path, $h)"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.Sub($prefix)\n$v.Middleware($args)", Without: "$v := $r.Sub($prefix)", Type: "*mw.App"},
			"func":  {Open: "$r.Fill($prefix, func($v *mw.App) {\n$v.Middleware($args)", Without: "$r.Fill($prefix, func($v *mw.App) {", Close: "})", Type: "*mw.App"},
			"use":   {Open: "$r.Global($args)\n$v := $r.Sub($prefix)", Without: "$v := $r.Sub($prefix)", Type: "*mw.App", Others: true},
		},
		Declarations: `
// An App is a group that knows its server.
type App struct {
	*ghttp.RouterGroup
	server *ghttp.Server
}

func New() *App {
	s := g.Server()
	return &App{s.Group("/"), s}
}

func (a *App) Sub(prefix string) *App { return &App{a.Group(prefix), a.server} }

func (a *App) With(args ...ghttp.HandlerFunc) *App {
	b := a.Sub("/")
	b.Middleware(args...)
	return b
}

func (a *App) Fill(prefix string, f func(*App)) {
	a.Group(prefix, func(g *ghttp.RouterGroup) { f(&App{g, a.server}) })
}

func (a *App) Global(args ...ghttp.HandlerFunc) { a.server.Use(args...) }

func (a *App) Handle(method, path string, h ghttp.HandlerFunc) {
	switch method {
	case "GET":
		a.GET(path, h)
	case "POST":
		a.POST(path, h)
	case "PUT":
		a.PUT(path, h)
	default:
		a.DELETE(path, h)
	}
}

// Serve is the application as a handler of net/http.
func Serve(a *App) http.Handler { return a.server }
`,
	})
}

func gfShape() Shape {
	s := ginShape
	s.MiddlewareType, s.HandlerType = "ghttp.HandlerFunc", "ghttp.HandlerFunc"
	for _, text := range []*string{&s.Middleware, &s.Handler, &s.FuncMiddleware, &s.FuncHandler} {
		*text = strings.ReplaceAll(*text, "c *gin.Context", "r *ghttp.Request")
	}
	s.Words = map[string]string{
		"$credential": `r.GetHeader("Authorization")`,
		"$r":          "r.Request",
		"$pass":       "r.Middleware.Next()\nreturn",
		"$with":       `r.SetCtxVar("user", u)`,
		"$user":       "userOf(r)",
		"$header":     `r.Response.Header().Set("X-Frame-Options", "DENY")`,
		"$act":        "kit.Act(r.Request)",
		"$done":       `r.Response.Write("done")`,
		"$given":      "r",
		"$leave":      "return",
	}
	s.Refuse = "r.Response.WriteStatus($status, \"refused\")\nreturn"
	s.Say = "r.Response.WriteStatus($status, \"refused\")"
	s.Helpers = `
func userOf(r *ghttp.Request) *kit.User {
	u, _ := r.GetCtxVar("user").Val().(*kit.User)
	return u
}

func requireUser(r *ghttp.Request) bool {
	if !kit.Known(r.Request) {
		r.Response.WriteStatusExit(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(r *ghttp.Request) (*kit.User, bool) {
	u, err := kit.Verify(r.Request)
	if err != nil {
		r.Response.WriteHeader(http.StatusUnauthorized)
		return nil, false
	}
	return u, true
}
`
	return s
}
