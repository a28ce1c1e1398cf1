package random

import "strings"

func init() {
	add(&Framework{
		Name: "macaron", Imports: []string{"macaron gopkg.in/macaron.v1", "io"}, Shape: macaronShape(), Param: ":id",
		Root: "$v := mw.New()", RootType: "*macaron.Macaron", Handler: "$r", Interface: "mw.Router", Use: "mw.Use($r, $args)", LateUse: true,
		Routes:     []string{"$r.Handle($method, $path, []macaron.Handler{$h})"},
		RoutesWith: []string{"$r.Handle($method, $path, mw.With($h, $args))"},
		Groups: map[string]GroupForm{
			"group": {Open: "$r.Group($prefix, func() {\n$v := mw.Part{Router: $r}", Without: "$r.Group($prefix, func() {\n$v := mw.Part{Router: $r}", Close: "}, $args)", Type: "mw.Part"},
		},
		Declarations: withOf("macaron.Handler") + `
type Router interface {
	Use(h macaron.Handler)
	Handle(method, pattern string, handlers []macaron.Handler) *macaron.Route
	Group(pattern string, fn func(), h ...macaron.Handler)
}

// A Part is the router while a group is filled. Middleware would be for all; it has none.
type Part struct{ Router }

func (p Part) Use(macaron.Handler) {}

func New() *macaron.Macaron { return macaron.NewWithLogger(io.Discard) }

func Use(r Router, args ...macaron.Handler) {
	for _, h := range args {
		r.Use(h)
	}
}
`,
	})
}

func macaronShape() Shape {
	s := ginShape
	s.MiddlewareType, s.HandlerType = "macaron.Handler", "macaron.Handler"
	for _, text := range []*string{&s.Middleware, &s.Handler, &s.FuncMiddleware, &s.FuncHandler} {
		*text = strings.ReplaceAll(*text, "c *gin.Context", "c *macaron.Context, w http.ResponseWriter")
	}
	s.Words = map[string]string{
		"$credential": `c.Req.Header.Get("Authorization")`,
		"$r":          "c.Req.Request",
		"$pass":       "return",
		"$with":       `c.Data["user"] = u`,
		"$user":       "userOf(c)",
		"$header":     `w.Header().Set("X-Frame-Options", "DENY")`,
		"$act":        "kit.Act(c.Req.Request)",
		"$done":       `w.WriteHeader(200)`,
		"$given":      "c",
		"$leave":      "return",
	}
	s.Refuse = "http.Error(w, \"refused\", $status)\nreturn"
	s.Say = "http.Error(w, \"refused\", $status)"
	s.Helpers = `
func userOf(c *macaron.Context) *kit.User {
	u, _ := c.Data["user"].(*kit.User)
	return u
}

func requireUser(c *macaron.Context) bool {
	if !kit.Known(c.Req.Request) {
		c.Resp.WriteHeader(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(c *macaron.Context) (*kit.User, bool) {
	u, err := kit.Verify(c.Req.Request)
	if err != nil {
		c.Resp.WriteHeader(http.StatusUnauthorized)
		return nil, false
	}
	return u, true
}
`
	return s
}
