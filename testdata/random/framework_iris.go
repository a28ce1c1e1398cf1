package random

import "strings"

func init() {
	add(&Framework{
		Name: "iris", Imports: []string{"github.com/kataras/iris/v12"}, Shape: irisShape(), Param: "{id}", Merges: true,
		Root: "$v := mw.New()", RootType: "*mw.Part", Handler: "mw.Serve($r)", Use: "$r.Use($args)", LateUse: true,
		Routes:     []string{"$r.Handle($method, $path, $h)"},
		RoutesWith: []string{"$r.Handle($method, $path, mw.With($h, $args)...)", "$r.Part(\"\", $args).Handle($method, $path, $h)"},
		Groups: map[string]GroupForm{
			"group":  {Open: "$v := $r.Part($prefix, $args)", Without: "$v := $r.Part($prefix)", Type: "*mw.Part"},
			"use":    {Open: "$v := $r.Part($prefix)\n$v.Use($args)", Without: "$v := $r.Part($prefix)", Type: "*mw.Part"},
			"router": {Open: "$v := $r.Part($prefix)\n$v.UseRouter($args)", Without: "$v := $r.Part($prefix)", Type: "*mw.Part"},
			"global": {Open: "$v := $r.Global($args)", Without: "$v := $r.Global()", Type: "*mw.Part", NoPrefix: true, Others: true},
			"reset":  {Open: "$v := $r.Shared($prefix)\n$v.Reset()\n$v.Use($args)", Without: "$v := $r.Shared($prefix)\n$v.Reset()", Type: "*mw.Part", Others: true},
			"shared": {Open: "$v := $r.Shared($prefix)\n$v.Use($args)", Without: "$v := $r.Shared($prefix)", Type: "*mw.Part", Others: true},
			"func":   {Open: "$r.Func($prefix, func($v *mw.Part) {\n$v.Use($args)", Without: "$r.Func($prefix, func($v *mw.Part) {", Close: "})", Type: "*mw.Part", Others: true},
		},
		Declarations: withOf("iris.Handler") + `
// A Part is a party that knows its application.
type Part struct {
	iris.Party
	app *iris.Application
}

func New() *Part {
	app := iris.New()
	return &Part{app, app}
}

// Part makes a party that has its list for itself, because it is given a handler.
func (p *Part) Part(prefix string, args ...iris.Handler) *Part {
	return &Part{p.Party.Party(prefix, append([]iris.Handler{next}, args...)...), p.app}
}

func next(c iris.Context) { c.Next() }

// Shared makes a party that shares the list: what is added to it may change others.
func (p *Part) Shared(prefix string) *Part { return &Part{p.Party.Party(prefix), p.app} }

func (p *Part) Func(prefix string, f func(*Part)) {
	p.Party.PartyFunc(prefix, func(party iris.Party) { f(&Part{party, p.app}) })
}

func (p *Part) Global(args ...iris.Handler) *Part {
	p.app.UseGlobal(args...)
	return p
}

// Serve is the application as a handler of net/http.
func Serve(p *Part) http.Handler {
	p.app.Logger().SetLevel("disable")
	if err := p.app.Build(); err != nil {
		panic(err)
	}
	return p.app
}
`,
	})
}

func irisShape() Shape {
	s := ginShape
	s.MiddlewareType, s.HandlerType = "iris.Handler", "iris.Handler"
	for _, text := range []*string{&s.Middleware, &s.Handler, &s.FuncMiddleware, &s.FuncHandler} {
		*text = strings.ReplaceAll(*text, "*gin.Context", "iris.Context")
	}
	s.Words = map[string]string{
		"$credential": `c.GetHeader("Authorization")`,
		"$r":          "c.Request()",
		"$pass":       "c.Next()\nreturn",
		"$with":       `c.Values().Set("user", u)`,
		"$user":       "userOf(c)",
		"$header":     `c.Header("X-Frame-Options", "DENY")`,
		"$act":        "kit.Act(c.Request())",
		"$done":       `c.WriteString("done")`,
		"$given":      "c",
		"$leave":      "return",
	}
	s.Refuse = "c.StopWithJSON($status, iris.Map{\"error\": \"refused\"})\nreturn"
	s.Say = "c.StatusCode($status)\nc.WriteString(\"refused\")"
	s.Helpers = `
func userOf(c iris.Context) *kit.User {
	u, _ := c.Values().Get("user").(*kit.User)
	return u
}

func requireUser(c iris.Context) bool {
	if !kit.Known(c.Request()) {
		c.StatusCode(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(c iris.Context) (*kit.User, bool) {
	u, err := kit.Verify(c.Request())
	if err != nil {
		c.StopWithError(http.StatusUnauthorized, err)
		return nil, false
	}
	return u, true
}
`
	return s
}
