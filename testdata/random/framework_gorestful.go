package random

// Programs of go-restful have a container, and a web service for what is at its root
// and for each group.
func init() {
	add(&Framework{
		Name: "gorestful", Imports: []string{"restful github.com/emicklei/go-restful/v3"}, Shape: restfulShape(), Param: "{id}",
		Root: "$v := mw.New()", RootType: "*mw.App", Handler: "$r.Container", Interface: "mw.Router", Use: "mw.Use($r, $args)", LateUse: true,
		Routes: []string{
			"$r.Service().Route($r.Service().Method($method).Path($path).To($h))",
			"$r.Service().Route($r.Service().Method($method).Path($path).To($h).Do(mw.Filtered()))",
		},
		RoutesWith: []string{
			"$r.Service().Route(mw.With($r.Service().Method($method).Path($path).To($h), $args))",
			"$r.Service().Route($r.Service().Method($method).Path($path).To($h).Do(mw.Filtered($args)))",
			"mw.With($r.Service().Method($method).Path($path), $args).To($h)\nmw.Late($r.Service(), $r.Service().Method($method).Path($path).To($h), $args)",
		},
		Groups: map[string]GroupForm{
			"first": {Open: "$v := $r.Group($prefix)\n$v.Add()\nmw.Use($v, $args)", Without: "$v := $r.Group($prefix)\n$v.Add()", Type: "*mw.Part"},
			"last":  {Open: "$v := $r.Group($prefix)\nmw.Use($v, $args)", Without: "$v := $r.Group($prefix)", Close: "$v.Add()", Type: "*mw.Part"},
		},
		Declarations: `
type App struct{ *Part }

type Part struct {
	Container *restful.Container
	service   *restful.WebService
	prefix    string
	root      bool
}

type Router interface {
	Service() *restful.WebService
	Group(prefix string) *Part
	Filter(f restful.FilterFunction)
}

func New() *App {
	p := &Part{Container: restful.NewContainer(), service: new(restful.WebService).Path("/"), root: true}
	p.Add()
	return &App{p}
}

func (p *Part) Service() *restful.WebService { return p.service }

func (p *Part) Add() { p.Container.Add(p.service) }

func (p *Part) Group(prefix string) *Part {
	prefix = p.prefix + prefix
	return &Part{Container: p.Container, service: new(restful.WebService).Path(prefix), prefix: prefix}
}

// Filter is for all services, or for one.
func (p *Part) Filter(f restful.FilterFunction) {
	if p.root {
		p.Container.Filter(f)
		return
	}
	p.service.Filter(f)
}

func Use(r Router, args ...restful.FilterFunction) {
	for _, f := range args {
		r.Filter(f)
	}
}

func With(b *restful.RouteBuilder, args ...restful.FilterFunction) *restful.RouteBuilder {
	for _, f := range args {
		b.Filter(f)
	}
	return b
}

func Filtered(args ...restful.FilterFunction) func(*restful.RouteBuilder) {
	return func(b *restful.RouteBuilder) { With(b, args...) }
}

// Late gives filters to a route that is made already.
func Late(s *restful.WebService, b *restful.RouteBuilder, args ...restful.FilterFunction) {
	s.Route(b)
	With(b, args...)
}
`,
	})
}

func restfulShape() Shape {
	const handler, filter = "req *restful.Request, resp *restful.Response", "req *restful.Request, resp *restful.Response, chain *restful.FilterChain"
	s := extended("restful.RouteFunction", "restful.FilterFunction", handler, "", "req.Request", "")
	s.Middleware = "func(" + filter + ") {\n$body\n}"
	s.FuncMiddleware = "func $recv$name(" + filter + ") {\n$body\n}"
	s.Words["$credential"] = `req.HeaderParameter("Authorization")`
	s.Words["$pass"] = "chain.ProcessFilter(req, resp)\nreturn"
	s.Words["$with"] = `req.SetAttribute("user", u)`
	s.Words["$user"] = "userOf(req)"
	s.Words["$header"] = `resp.AddHeader("X-Frame-Options", "DENY")`
	s.Words["$done"] = "resp.WriteEntity(200)"
	s.Words["$given"] = "req, resp"
	s.Refuse = "resp.WriteErrorString($status, \"refused\")\nreturn"
	s.Say = "resp.WriteErrorString($status, \"refused\")"
	s.Helpers = `
func userOf(req *restful.Request) *kit.User {
	u, _ := req.Attribute("user").(*kit.User)
	return u
}

func requireUser(req *restful.Request, resp *restful.Response) bool {
	if !kit.Known(req.Request) {
		resp.WriteHeader(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(req *restful.Request, resp *restful.Response) (*kit.User, bool) {
	u, err := kit.Verify(req.Request)
	if err != nil {
		resp.WriteError(http.StatusUnauthorized, err)
		return nil, false
	}
	return u, true
}
`
	return s
}
