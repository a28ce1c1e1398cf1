package random

// Programs of remote calls: a route is a method, and its path that of the method. Each
// group has interceptors of its own.
func init() {
	add(&Framework{
		Name: "grpc", Shape: grpcShape(), End: "/m", Methods: []string{"POST"},
		Imports: []string{
			"context", "strings", "strconv", "bytes", "io", "net/http/httptest", "google.golang.org/grpc", "google.golang.org/grpc/codes", "google.golang.org/grpc/metadata",
			"google.golang.org/grpc/status", "google.golang.org/protobuf/types/known/emptypb",
		},
		Root: "$v := mw.New()", RootType: "*mw.App", Handler: "mw.Serve($r)",
		Routes:     []string{"$r.Handle($path, $h)"},
		RoutesWith: []string{"$r.Handle($path, mw.Wrap($h, $args))", "$r.Group(\"/own\"+$path, $args).Own($path, $h)"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.Group($prefix, $args)", Without: "$v := $r.Group($prefix)", Type: "*mw.App"},
		},
		Declarations: `
type App struct {
	mux    *http.ServeMux
	server *grpc.Server
	prefix string
	chain  []grpc.UnaryServerInterceptor
}

func New() *App {
	a := &App{mux: http.NewServeMux(), server: grpc.NewServer()}
	a.mux.Handle("/", a.server)
	return a
}

func (a *App) Group(prefix string, m ...grpc.UnaryServerInterceptor) *App {
	g := &App{mux: a.mux, prefix: a.prefix + prefix, chain: append(slices.Clip(a.chain), m...)}
	if len(g.chain) == 0 {
		g.server = grpc.NewServer()
	} else {
		g.server = grpc.NewServer(grpc.ChainUnaryInterceptor(g.chain[1:]...), grpc.UnaryInterceptor(g.chain[0]))
	}
	a.mux.Handle(g.prefix+"/", g.server)
	return g
}

func (a *App) Handle(path string, h grpc.UnaryHandler) { a.register(a.prefix+path, h) }

// Own serves a method of a path of its own on a server that is made for it.
func (a *App) Own(path string, h grpc.UnaryHandler) {
	full := strings.TrimSuffix(a.prefix, "/own"+path) + path
	a.mux.Handle(full, a.server)
	a.register(full, h)
}

func (a *App) register(full string, h grpc.UnaryHandler) {
	a.server.RegisterService(&grpc.ServiceDesc{
		ServiceName: strings.TrimPrefix(strings.TrimSuffix(full, "/m"), "/"),
		Methods:     []grpc.MethodDesc{{MethodName: "m", Handler: method(full, h)}},
	}, nil)
}

func method(full string, h grpc.UnaryHandler) grpc.MethodHandler {
	return func(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
		in := new(emptypb.Empty)
		if err := dec(in); err != nil {
			return nil, err
		}
		if interceptor == nil {
			return h(ctx, in)
		}
		return interceptor(ctx, in, &grpc.UnaryServerInfo{Server: srv, FullMethod: full}, h)
	}
}

func Wrap(h grpc.UnaryHandler, args ...grpc.UnaryServerInterceptor) grpc.UnaryHandler {
	for i := len(args) - 1; i >= 0; i-- {
		next, m := h, args[i]
		h = func(ctx context.Context, req any) (any, error) {
			return m(ctx, req, &grpc.UnaryServerInfo{}, next)
		}
	}
	return h
}

var statuses = map[string]int{"0": 200, "5": 404, "7": 403, "8": 429, "12": 501, "16": 401}

// Serve is the application as a handler of net/http, which has statuses for codes.
func Serve(a *App) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Proto, r.ProtoMajor, r.ProtoMinor = "HTTP/2.0", 2, 0
		r.Header.Set("Content-Type", "application/grpc")
		r.Body = io.NopCloser(bytes.NewReader(make([]byte, 5)))
		answer := httptest.NewRecorder()
		a.mux.ServeHTTP(answer, r)
		w.WriteHeader(statuses[answer.Result().Trailer.Get("Grpc-Status")])
	})
}
`,
	})
	add(&Framework{
		Name: "connect", Shape: connectShape(), Methods: []string{"POST"},
		Imports: []string{"context", "errors", "io", "strings", "connectrpc.com/connect", "google.golang.org/protobuf/types/known/emptypb"},
		Root:    "$v := mw.New()", RootType: "*mw.App", Handler: "mw.Serve($r)", Use: "$r.Use($args)", LateUse: true,
		Routes:     []string{"$r.Handle($path, $h)"},
		RoutesWith: []string{"$r.Handle($path, $h, $args)", "$r.HandleAround($path, $h, $args)"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.Group($prefix, $args)", Without: "$v := $r.Group($prefix)", Type: "*mw.App"},
		},
		Declarations: `
type App struct {
	mux    *http.ServeMux
	prefix string
	chain  []connect.Interceptor
}

func New() *App { return &App{mux: http.NewServeMux()} }

func list(m []connect.UnaryInterceptorFunc) []connect.Interceptor {
	var out []connect.Interceptor
	for _, i := range m {
		out = append(out, i)
	}
	return out
}

func (a *App) Use(m ...connect.UnaryInterceptorFunc) { a.chain = append(a.chain, list(m)...) }

func (a *App) Group(prefix string, m ...connect.UnaryInterceptorFunc) *App {
	return &App{mux: a.mux, prefix: a.prefix + prefix, chain: append(slices.Clip(a.chain), list(m)...)}
}

func (a *App) Handle(path string, h Handler, m ...connect.UnaryInterceptorFunc) {
	options := []connect.HandlerOption{connect.WithInterceptors(a.chain...), connect.WithInterceptors(list(m)...)}
	a.mux.Handle(a.prefix+path, connect.NewUnaryHandler(a.prefix+path, h, connect.WithHandlerOptions(options...)))
}

func (a *App) HandleAround(path string, h Handler, m ...connect.UnaryInterceptorFunc) {
	all := append(slices.Clip(a.chain), list(m)...)
	a.mux.Handle("POST "+a.prefix+path, connect.NewUnaryHandler(a.prefix+path, h, connect.WithReadMaxBytes(1000), connect.WithInterceptors(all...)))
}

type Handler = func(context.Context, *connect.Request[emptypb.Empty]) (*connect.Response[emptypb.Empty], error)

// Serve sends the application a message with each request.
func Serve(a *App) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Set("Content-Type", "application/json")
		r.Body = io.NopCloser(strings.NewReader("{}"))
		a.mux.ServeHTTP(w, r)
	})
}
`,
	})
}

// rpcWords are the words of functions that are given a context.
func rpcWords(header string) map[string]string {
	return map[string]string{
		"$credential": header + `.Get("Authorization")`,
		"$r":          "request(" + header + ")",
		"$pass":       "return next(ctx, req)",
		"$with":       "ctx = kit.With(ctx, u)",
		"$user":       "kit.From(ctx)",
		"$header":     "_ = ctx",
		"$act":        "kit.Act(request(" + header + "))",
		"$given":      "ctx, " + header,
	}
}

// rpcHelpers are the functions that these call.
const rpcHelpers = `
func request(h http.Header) *http.Request { return &http.Request{Method: "POST", Header: h} }

func requireUser(_ context.Context, h http.Header) bool { return kit.Known(request(h)) }

func principal(_ context.Context, h http.Header) (*kit.User, bool) {
	u, err := kit.Verify(request(h))
	return u, err == nil
}
`

// contextHelpers are the same for functions that are given the request in their context.
const contextHelpers = `
func requireUser(ctx context.Context) bool { return kit.Known(request(ctx)) }

func principal(ctx context.Context) (*kit.User, bool) {
	u, err := kit.Verify(request(ctx))
	return u, err == nil
}
`

func grpcShape() Shape {
	const handler, interceptor = "ctx context.Context, req any", "ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler"
	s := Shape{
		MiddlewareType: "grpc.UnaryServerInterceptor", HandlerType: "grpc.UnaryHandler", HandlerOf: "$f",
		Middleware:     "func(" + interceptor + ") (any, error) {\n$body\n}",
		Handler:        "func(" + handler + ") (any, error) {\n$body\n}",
		FuncMiddleware: "func $recv$name(" + interceptor + ") (any, error) {\n$body\n}",
		FuncHandler:    "func $recv$name(" + handler + ") (any, error) {\n$body\n}",
		Words:          rpcWords("header(ctx)"),
		Refuse:         "return nil, status.Error(code$status, \"refused\")",
		Say:            "_ = status.Error(code$status, \"refused\")",
	}
	s.Words["$done"] = "return &emptypb.Empty{}, nil"
	s.Words["$leave"] = "return nil, status.Error(codes.Unauthenticated, \"refused\")"
	s.Helpers = `
const (
	code401 = codes.Unauthenticated
	code403 = codes.PermissionDenied
	code404 = codes.NotFound
	code429 = codes.ResourceExhausted
)

func header(ctx context.Context) http.Header {
	md, _ := metadata.FromIncomingContext(ctx)
	h := http.Header{}
	for k, values := range md {
		for _, v := range values {
			h.Add(k, v)
		}
	}
	return h
}
` + rpcHelpers
	s.Words["$credential"] = `strings.Join(metadata.ValueFromIncomingContext(ctx, "authorization"), "")`
	return s
}

func connectShape() Shape {
	const handler = "ctx context.Context, req *connect.Request[emptypb.Empty]) (*connect.Response[emptypb.Empty], error"
	const next = "func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {\n$body\n}"
	s := Shape{
		MiddlewareType: "connect.UnaryInterceptorFunc", HandlerType: "Handler", HandlerOf: "$f",
		Middleware:     "func(next connect.UnaryFunc) connect.UnaryFunc {\nreturn " + next + "\n}",
		Handler:        "func(" + handler + ") {\n$body\n}",
		FuncMiddleware: "func $recv$name(next connect.UnaryFunc) connect.UnaryFunc {\nreturn " + next + "\n}",
		FuncHandler:    "func $recv$name(" + handler + ") {\n$body\n}",
		Words:          rpcWords("req.Header()"),
		Refuse:         "return nil, connect.NewError(code$status, errors.New(\"refused\"))",
		Say:            "_ = connect.NewError(code$status, errors.New(\"refused\"))",
	}
	s.Words["$done"] = "return connect.NewResponse(&emptypb.Empty{}), nil"
	s.Words["$leave"] = "return nil, connect.NewError(connect.CodeUnauthenticated, nil)"
	s.HandlerType = "func(" + handler + ")"
	s.Helpers = `
const (
	code401 = connect.CodeUnauthenticated
	code403 = connect.CodePermissionDenied
	code404 = connect.CodeNotFound
	code429 = connect.CodeResourceExhausted
)
` + rpcHelpers
	return s
}
