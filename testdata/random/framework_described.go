package random

// Frameworks in which routes describe an API.

func init() {
	add(&Framework{
		Name: "huma", Imports: []string{"context", "github.com/danielgtaylor/huma/v2", "github.com/danielgtaylor/huma/v2/adapters/humago"}, Shape: humaShape(),
		Root: "$v := mw.New()", RootType: "*mw.API", Handler: "$r.Mux", Interface: "huma.API",
		Use: "$r.UseMiddleware($args)", LateUse: true, Param: "{id}",
		Routes: []string{"huma.Register($r, huma.Operation{Method: $method, Path: $path}, $h)", "mw.Verb($r, $method, $path, $h)"},
		RoutesWith: []string{
			"huma.Register($r, huma.Operation{Method: $method, Path: $path, Middlewares: mw.With($args)}, $h)",
			"mw.Verb($r, $method, $path, $h, mw.Modify($args))",
		},
		Groups: map[string]GroupForm{
			"group":    {Open: "$v := huma.NewGroup($r, $prefix)\n$v.UseMiddleware($args)", Without: "$v := huma.NewGroup($r, $prefix)", Type: "*huma.Group"},
			"plain":    {Open: "$v := huma.NewGroup($r)\n$v.UseMiddleware($args)", Without: "$v := huma.NewGroup($r)", Type: "*huma.Group", NoPrefix: true},
			"modified": {Open: "$v := huma.NewGroup($r)\n$v.UseSimpleModifier(mw.Modify($args))", Without: "$v := huma.NewGroup($r)", Type: "*huma.Group", NoPrefix: true},
			"copied":   {Open: "$v := huma.NewGroup($r, $prefix)\n$v.UseSimpleModifier(mw.Modify($args))", Without: "$v := huma.NewGroup($r, $prefix)", Type: "*huma.Group"},
		},
		Declarations: humaDeclarations,
	})
	add(&Framework{
		Name: "fuego", Imports: []string{"github.com/go-fuego/fuego", "github.com/go-fuego/fuego/option"}, Shape: standard,
		Root: "$v := mw.New()", RootType: "*fuego.Server", Handler: "$r.Mux", Use: "fuego.Use($r, $args)", LateUse: true, Param: "{id}", Wraps: true,
		Routes:     []string{"mw.Handle($r, $method, $path, $h)"},
		RoutesWith: []string{"mw.Handle($r, $method, $path, $h, option.Middleware($args))"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := fuego.Group($r, $prefix, option.Middleware($args))", Without: "$v := fuego.Group($r, $prefix)", Type: "*fuego.Server"},
			"use":   {Open: "$v := fuego.Group($r, $prefix)\nfuego.Use($v, $args)", Without: "$v := fuego.Group($r, $prefix)", Type: "*fuego.Server"},
		},
		Declarations: fuegoDeclarations,
	})
}

func humaShape() Shape {
	const middleware = "(c huma.Context, next func(huma.Context)) {\nr, w := humago.Unwrap(c)\n_ = w\n$body\n}"
	const operation = "(ctx context.Context, in *kit.Input) (*struct{}, error) {\nr := request(in)\n$body\n}"
	return Shape{
		MiddlewareType: "func(huma.Context, func(huma.Context))",
		Middleware:     "func" + middleware,
		FuncMiddleware: "func $recv$name" + middleware,
		HandlerType:    "func(context.Context, *kit.Input) (*struct{}, error)",
		Words: map[string]string{
			"$credential": `c.Header("Authorization")`,
			"$r":          "r",
			"$pass":       "next(c)\nreturn",
			"$with":       "c = huma.WithContext(c, kit.With(c.Context(), u))",
			"$user":       "kit.From(c.Context())",
			"$header":     `c.SetHeader("X-Frame-Options", "DENY")`,
		},
		Refuse: "http.Error(w, \"refused\", $status)\nreturn",
		Say:    "c.SetStatus($status)",
		Helpers: `
func request(in *kit.Input) *http.Request {
	r := &http.Request{Header: http.Header{}}
	r.Header.Set("Authorization", in.Authorization)
	r.Header.Set(kit.TraceHeader, in.Trace)
	return r
}

func requireUser(in *kit.Input) bool { return kit.Known(request(in)) }

func principal(in *kit.Input) (*kit.User, bool) { return kit.Lookup(request(in)) }
`,
		Handlers: &Shape{
			HandlerType: "func(context.Context, *kit.Input) (*struct{}, error)",
			Handler:     "func" + operation,
			FuncHandler: "func $recv$name" + operation,
			HandlerOf:   "$f",
			Words: map[string]string{
				"$credential": "in.Authorization",
				"$r":          "r",
				"$user":       "kit.From(ctx)",
				"$act":        "kit.Act(r)",
				"$done":       "return &struct{}{}, nil",
				"$given":      "in",
				"$leave":      "return nil, huma.Error401Unauthorized(\"refused\")",
			},
			Refuse: "return nil, huma.NewError($status, \"refused\")",
			Say:    "_ = huma.NewError($status, \"refused\")",
		},
	}
}

// What the programs share.
const (
	humaDeclarations = `
// An API is one with its routes.
type API struct {
	huma.API
	Mux *http.ServeMux
}

func New() *API {
	c := huma.DefaultConfig("Program", "1")
	c.OpenAPIPath, c.DocsPath, c.SchemasPath = "", "", ""
	mux := http.NewServeMux()
	return &API{humago.New(mux, c), mux}
}

func With(args ...func(huma.Context, func(huma.Context))) huma.Middlewares { return args }

func Modify(args ...func(huma.Context, func(huma.Context))) func(*huma.Operation) {
	return func(o *huma.Operation) { o.Middlewares = append(o.Middlewares, args...) }
}

func Verb(api huma.API, method, path string, h func(context.Context, *kit.Input) (*struct{}, error), with ...func(*huma.Operation)) {
	switch method {
	case "GET":
		huma.Get(api, path, h, with...)
	case "POST":
		huma.Post(api, path, h, with...)
	case "PUT":
		huma.Put(api, path, h, with...)
	default:
		huma.Delete(api, path, h, with...)
	}
}
`
	fuegoDeclarations = `
func New() *fuego.Server {
	return fuego.NewServer(fuego.WithLoggingMiddleware(fuego.LoggingConfig{DisableRequest: true, DisableResponse: true}))
}

func Handle(s *fuego.Server, method, path string, h http.Handler, with ...func(*fuego.BaseRoute)) {
	switch method {
	case "GET":
		fuego.GetStd(s, path, h.ServeHTTP, with...)
	case "POST":
		fuego.PostStd(s, path, h.ServeHTTP, with...)
	case "PUT":
		fuego.PutStd(s, path, h.ServeHTTP, with...)
	default:
		fuego.DeleteStd(s, path, h.ServeHTTP, with...)
	}
}
`
)
