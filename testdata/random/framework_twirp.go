package random

import "strings"

// Programs of twirp: a route is a method of a service, and each has a server as twirp writes
// it, less the decoding. Each group is a service of its own, with none of the interceptors around.
// What twirp does not hand to an interceptor, the request, the server puts into the context.
func init() {
	add(&Framework{
		Name: "twirp", Shape: twirpShape(), Methods: []string{"POST"},
		Imports: []string{
			"context", "strings", "github.com/twitchtv/twirp", "github.com/twitchtv/twirp/ctxsetters",
		},
		Root: "$v := mw.New()", RootType: "*mw.App", Handler: "mw.Serve($r)", Use: "$r.Use($args)", LateUse: true,
		Routes:     []string{"$r.Handle($path, $h)"},
		RoutesWith: []string{"$r.Handle($path, $h, $args)", "$r.Handle($path, mw.Wrap($h, $args))"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.Group($prefix, $args)", Without: "$v := $r.Group($prefix)", Type: "*mw.App"},
		},
		Declarations: `
type App struct {
	mux    *http.ServeMux
	prefix string
	chain  []twirp.Interceptor
}

func New() *App { return &App{mux: http.NewServeMux()} }

func (a *App) Use(m ...twirp.Interceptor) { a.chain = append(a.chain, m...) }

func (a *App) Group(prefix string, m ...twirp.Interceptor) *App {
	return &App{mux: a.mux, prefix: a.prefix + prefix, chain: slices.Clip(m)}
}

func (a *App) Handle(path string, h twirp.Method, m ...twirp.Interceptor) {
	full := a.prefix + path
	service, name := full[:strings.LastIndex(full, "/")+1], full[strings.LastIndex(full, "/")+1:]
	options := []twirp.ServerOption{twirp.WithServerInterceptors(a.chain...), twirp.WithServerInterceptors(m...)}
	a.mux.Handle(full, newServer(service, name, h, options...))
}

func Wrap(h twirp.Method, m ...twirp.Interceptor) twirp.Method {
	if len(m) == 0 {
		return h
	}
	return twirp.ChainInterceptors(m...)(h)
}

type server struct {
	service, name string
	method        twirp.Method
	interceptor   twirp.Interceptor
	hooks         *twirp.ServerHooks
}

func newServer(service, name string, h twirp.Method, opts ...twirp.ServerOption) *server {
	o := &twirp.ServerOptions{}
	for _, opt := range opts {
		opt(o)
	}
	return &server{service: service, name: name, method: h, hooks: o.Hooks, interceptor: twirp.ChainInterceptors(o.Interceptors...)}
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx := ctxsetters.WithServiceName(context.WithValue(r.Context(), sent{}, r), s.service)
	ctx = ctxsetters.WithResponseWriter(ctx, w)
	if s.hooks != nil && s.hooks.RequestReceived != nil {
		var err error
		if ctx, err = s.hooks.RequestReceived(ctx); err != nil {
			s.fail(w, err)
			return
		}
	}
	if r.Method != "POST" {
		s.fail(w, twirp.NewError(twirp.BadRoute, "only POST is allowed"))
		return
	}
	ctx = ctxsetters.WithMethodName(ctx, s.name)
	handler := s.method
	if s.interceptor != nil {
		handler = s.interceptor(s.method)
	}
	if _, err := handler(ctx, struct{}{}); err != nil {
		s.fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusOK)
	w.Write([]byte("{}"))
}

// fail answers with the status of an error's code.
func (s *server) fail(w http.ResponseWriter, err error) {
	twerr, ok := err.(twirp.Error) // as older versions of twirp write it
	if !ok {
		twerr = twirp.InternalErrorWith(err)
	}
	w.WriteHeader(twirp.ServerHTTPStatusFromErrorCode(twerr.Code()))
	w.Write([]byte(twerr.Msg()))
}

// Serve is the application as a handler of net/http.
func Serve(a *App) http.Handler { return a.mux }
`,
	})
}

func twirpShape() Shape {
	const handler = "func(ctx context.Context, req any) (any, error) {\n$body\n}"
	s := Shape{
		MiddlewareType: "twirp.Interceptor", HandlerType: "twirp.Method", HandlerOf: "$f",
		Middleware:     "func(next twirp.Method) twirp.Method {\nreturn " + handler + "\n}",
		Handler:        handler,
		FuncMiddleware: "func $recv$name(next twirp.Method) twirp.Method {\nreturn " + handler + "\n}",
		FuncHandler:    strings.Replace(handler, "func(", "func $recv$name(", 1),
		Words:          rpcWords(""),
		Refuse:         "return nil, twirp.NewError(code$status, \"refused\")",
		Say:            "_ = twirp.NewError(code$status, \"refused\")",
		Helpers: `
const (
	code401 = twirp.Unauthenticated
	code403 = twirp.PermissionDenied
	code404 = twirp.NotFound
	code429 = twirp.ResourceExhausted
)

// sent is the key of the request.
type sent struct{}

func request(ctx context.Context) *http.Request {
	r, _ := ctx.Value(sent{}).(*http.Request)
	return r
}
` + contextHelpers,
	}
	s.Words["$credential"], s.Words["$r"] = "request(ctx).Header.Get(\"Authorization\")", "request(ctx)"
	s.Words["$act"], s.Words["$given"] = "kit.Act(request(ctx))", "ctx"
	s.Words["$done"] = "return struct{}{}, nil"
	s.Words["$leave"] = "return nil, twirp.Unauthenticated.Error(\"refused\")"
	return s
}
