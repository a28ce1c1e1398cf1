package random

import "strings"

// Programs of beego: middleware is a filter for paths, and a group is the filters for what
// lies below its prefix. Whatever a filter writes ends the request. Those of the second version
// are served by its stub.
func init() {
	add(beego())
	f := beego()
	f.Name, f.Imports = "beego2", []string{"beego github.com/beego/beego/v2/server/web", "github.com/beego/beego/v2/server/web/context"}
	f.Declarations = strings.Replace(f.Declarations, "\tlogs.SetLevel(logs.LevelEmergency)\n", "", 1)
	for _, text := range []*string{&f.Shape.Middleware, &f.Shape.Handler} {
		*text = "beego.HandleFunc(" + *text + ")"
	}
	add(f)
}

func beego() *Framework {
	return &Framework{
		Name: "beego", Imports: []string{"github.com/beego/beego", "github.com/beego/beego/context", "github.com/beego/beego/logs"}, Shape: beegoShape(), Param: ":id",
		Root: "$v := mw.New()", RootType: "*mw.App", Handler: "$r", Use: "$r.Use($args)", LateUse: true,
		Routes:     []string{"$r.Handle($method, $path, $h)"},
		RoutesWith: []string{"$r.Handle($method, $path, $h, $args)", "$r.Exec($method, $path, $h, $args)"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.Group($prefix, $args)", Without: "$v := $r.Group($prefix)", Type: "*mw.App"},
			"use":   {Open: "$v := $r.Group($prefix)\n$v.Use($args)", Without: "$v := $r.Group($prefix)", Type: "*mw.App"},
		},
		Declarations: `
type App struct {
	*beego.ControllerRegister
	prefix string
}

func New() *App {
	logs.SetLevel(logs.LevelEmergency)
	return &App{ControllerRegister: beego.NewControllerRegister()}
}

func (a *App) Use(m ...beego.FilterFunc) {
	for _, f := range m {
		a.InsertFilter(a.prefix+"/*", beego.BeforeRouter, f)
	}
}

func (a *App) Group(prefix string, m ...beego.FilterFunc) *App {
	g := &App{ControllerRegister: a.ControllerRegister, prefix: a.prefix + prefix}
	g.Use(m...)
	return g
}

func (a *App) Handle(method, path string, h beego.FilterFunc, m ...beego.FilterFunc) {
	for _, f := range m {
		a.InsertFilter(a.prefix+path, beego.BeforeStatic, f)
	}
	a.AddMethod(method, a.prefix+path, h)
}

func (a *App) Exec(method, path string, h beego.FilterFunc, m ...beego.FilterFunc) {
	for _, f := range m {
		a.InsertFilter(a.prefix+path, beego.BeforeExec, f)
	}
	a.AddMethod(method, a.prefix+path, h)
}
`,
	}
}

func beegoShape() Shape {
	s := ginShape
	s.MiddlewareType, s.HandlerType = "beego.FilterFunc", "beego.FilterFunc"
	for _, text := range []*string{&s.Middleware, &s.Handler, &s.FuncMiddleware, &s.FuncHandler} {
		*text = strings.ReplaceAll(*text, "c *gin.Context", "c *context.Context")
	}
	s.Words = map[string]string{
		"$credential": `c.Input.Header("Authorization")`,
		"$r":          "c.Request",
		"$pass":       "return",
		"$with":       `c.Input.SetData("user", u)`,
		"$user":       "userOf(c)",
		"$header":     `c.Output.Header("X-Frame-Options", "DENY")`,
		"$act":        "kit.Act(c.Request)",
		"$done":       `c.WriteString("done")`,
		"$given":      "c",
		"$leave":      "return",
	}
	s.Refuse = "http.Error(c.ResponseWriter, \"refused\", $status)\nreturn"
	s.Say = "http.Error(c.ResponseWriter, \"refused\", $status)"
	s.Helpers = `
func userOf(c *context.Context) *kit.User {
	u, _ := c.Input.GetData("user").(*kit.User)
	return u
}

func requireUser(c *context.Context) bool {
	if !kit.Known(c.Request) {
		http.Error(c.ResponseWriter, "log in first", http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(c *context.Context) (*kit.User, bool) {
	u, err := kit.Verify(c.Request)
	if err != nil {
		c.ResponseWriter.WriteHeader(http.StatusUnauthorized)
		c.WriteString(err.Error())
		return nil, false
	}
	return u, true
}
`
	return s
}
