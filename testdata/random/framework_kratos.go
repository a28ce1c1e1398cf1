package random

// Programs of kratos: handlers pass the middleware of their server by asking their context for
// it, as generated ones do. Each group is a server with middleware of its own.
func init() {
	add(&Framework{
		Name: "kratos", Shape: kratosShape(),
		Imports: []string{
			"context", "io", "github.com/go-kratos/kratos/v2/errors", "github.com/go-kratos/kratos/v2/log", "github.com/go-kratos/kratos/v2/middleware",
			"github.com/go-kratos/kratos/v2/transport", "khttp github.com/go-kratos/kratos/v2/transport/http",
		},
		Root: "$v := mw.New()", RootType: "*mw.App", Handler: "mw.Serve($r)",
		Routes:     []string{"$r.Handle($method, $path, $h)"},
		RoutesWith: []string{"$r.Handle($method, $path, mw.Chain($h, $args))"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.Group($prefix, $args)", Without: "$v := $r.Group($prefix)", Type: "*mw.App"},
		},
		Declarations: `
type App struct {
	mux    *http.ServeMux
	server *khttp.Server
	prefix string
	chain  []middleware.Middleware
}

func New() *App {
	log.SetLogger(log.NewStdLogger(io.Discard))
	a := &App{mux: http.NewServeMux(), server: khttp.NewServer()}
	a.mux.Handle("/", a.server)
	return a
}

func (a *App) Group(prefix string, m ...middleware.Middleware) *App {
	g := &App{mux: a.mux, prefix: a.prefix + prefix, chain: append(slices.Clip(a.chain), m...)}
	g.server = khttp.NewServer(khttp.Middleware(g.chain...))
	a.mux.Handle(g.prefix+"/", g.server)
	return g
}

func (a *App) Handle(method, path string, h middleware.Handler) {
	a.server.Route(a.prefix).Handle(method, path, func(ctx khttp.Context) error {
		khttp.SetOperation(ctx, "/app.Service/Call")
		out, err := ctx.Middleware(h)(ctx, nil)
		if err != nil {
			return err
		}
		return ctx.Result(200, out)
	})
}

func Chain(h middleware.Handler, m ...middleware.Middleware) middleware.Handler { return middleware.Chain(m...)(h) }

// Serve is the application as a handler of net/http.
func Serve(a *App) http.Handler { return a.mux }
`,
	})
}

func kratosShape() Shape {
	const handler = "func(ctx context.Context, req any) (any, error) {\n$body\n}"
	s := Shape{
		MiddlewareType: "middleware.Middleware", HandlerType: "middleware.Handler", HandlerOf: "$f",
		Middleware:     "func(next middleware.Handler) middleware.Handler {\nreturn " + handler + "\n}",
		Handler:        handler,
		FuncMiddleware: "func $recv$name(next middleware.Handler) middleware.Handler {\nreturn " + handler + "\n}",
		FuncHandler:    "func $recv$name(ctx context.Context, req any) (any, error) {\n$body\n}",
		Words:          rpcWords(""),
		Refuse:         "return nil, errors.New($status, \"REFUSED\", \"refused\")",
		Say:            "_ = errors.New($status, \"REFUSED\", \"refused\")",
		Helpers: `
func request(ctx context.Context) *http.Request {
	r, _ := khttp.RequestFromServerContext(ctx)
	return r
}

// credential is that of the request as the transport has it.
func credential(ctx context.Context) string {
	tr, _ := transport.FromServerContext(ctx)
	return tr.RequestHeader().Get("Authorization")
}
` + contextHelpers,
	}
	s.Words["$credential"], s.Words["$r"] = "credential(ctx)", "request(ctx)"
	s.Words["$act"], s.Words["$given"] = "kit.Act(request(ctx))", "ctx"
	s.Words["$done"] = "return map[string]string{}, nil"
	s.Words["$leave"] = "return nil, errors.Unauthorized(\"REFUSED\", \"refused\")"
	return s
}
