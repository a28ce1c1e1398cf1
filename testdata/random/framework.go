package random

import "strings"

// A Framework is how programs of one framework are written. The words $r (the
// router), $v (the variable of a new router), $prefix, $method, $path, $h (Go
// expressions) and $args (middleware, separated by commas) stand in its texts.
type Framework struct {
	Name    string
	Imports []string
	Shape   Shape
	// Root makes the outermost router; RootType and its Handler are a type and an
	// expression.
	Root, RootType, Handler string
	// Interface is a type that all its routers have, or "".
	Interface string
	// Use attaches middleware; "" if there is no such thing. LateUse tells that it
	// may come after routes.
	Use     string
	LateUse bool
	// Routes are ways to register a route without middleware, RoutesWith with.
	Routes, RoutesWith []string
	// Groups are ways to make a router below a prefix, by name.
	Groups map[string]GroupForm
	// Param spells a path parameter, if there are any.
	Param string
	// End is what every path ends with, Methods what there is of methods where not all.
	End     string
	Methods []string
	// Wraps tells that middleware can be put around the handler of the program.
	Wraps bool
	// Merges tells that the framework appends to a list that it was given. Then lists
	// have no spare capacity: who shares an array with whom is not followed there.
	Merges bool
	// Declarations are what programs share, in the package of their middleware.
	Declarations string
}

// A GroupForm is a way to make a router below a prefix.
type GroupForm struct {
	// Open comes before the routes below, Close after; Without is Open where no
	// middleware is given.
	Open, Without, Close string
	// Type is the type of the new router.
	Type string
	// NoPrefix is set if the form takes no prefix.
	NoPrefix bool
	// Others is set if the form changes what other routers have.
	Others bool
}

// Frameworks are those that there are programs of, by name.
var Frameworks = map[string]*Framework{}

func add(f *Framework) { Frameworks[f.Name] = f }

func init() {
	add(&Framework{
		Name: "gin", Imports: []string{"github.com/gin-gonic/gin"}, Shape: ginShape,
		Root: "$v := gin.New()", RootType: "*gin.Engine", Handler: "$r", Interface: "gin.IRouter",
		Use: "$r.Use($args)", LateUse: true,
		Routes:     []string{"$r.Handle($method, $path, $h)"},
		RoutesWith: []string{"$r.Handle($method, $path, mw.With($h, $args)...)", "$r.Group(\"\", $args).Handle($method, $path, $h)"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.Group($prefix, $args)", Without: "$v := $r.Group($prefix)", Type: "*gin.RouterGroup"},
			"use":   {Open: "$v := $r.Group($prefix)\n$v.Use($args)", Without: "$v := $r.Group($prefix)", Type: "*gin.RouterGroup"},
		},
		Param:        ":id",
		Declarations: withOf("gin.HandlerFunc"),
	})
	add(&Framework{
		Name: "hertz", Shape: hertzShape(),
		Imports: []string{
			"github.com/cloudwego/hertz/pkg/app", "github.com/cloudwego/hertz/pkg/app/server", "github.com/cloudwego/hertz/pkg/route",
			"github.com/cloudwego/hertz/pkg/common/adaptor", "github.com/cloudwego/hertz/pkg/common/ut", "github.com/cloudwego/hertz/pkg/common/hlog", "context", "io", "bytes",
		},
		Root: "$v := mw.New()", RootType: "*server.Hertz", Handler: "mw.Serve($r)", Interface: "route.IRouter",
		Use: "$r.Use($args)", LateUse: true,
		Routes:     []string{"$r.Handle($method, $path, $h)"},
		RoutesWith: []string{"$r.Handle($method, $path, mw.With($h, $args)...)", "$r.Group(\"\", $args).Handle($method, $path, $h)"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.Group($prefix, $args)", Without: "$v := $r.Group($prefix)", Type: "*route.RouterGroup"},
			"use":   {Open: "$v := $r.Group($prefix)\n$v.Use($args)", Without: "$v := $r.Group($prefix)", Type: "*route.RouterGroup"},
		},
		Param: ":id",
		Declarations: withOf("app.HandlerFunc") + `
func New() *server.Hertz {
	hlog.SetOutput(io.Discard)
	return server.New()
}

// Serve is the application as a handler of net/http.
func Serve(h *server.Hertz) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var headers []ut.Header
		for name := range r.Header {
			headers = append(headers, ut.Header{Key: name, Value: r.Header.Get(name)})
		}
		res := ut.PerformRequest(h.Engine, r.Method, r.URL.Path, &ut.Body{Body: bytes.NewReader(nil)}, headers...)
		w.WriteHeader(res.Code)
	})
}
`,
	})
	add(&Framework{
		Name: "fasthttp", Imports: []string{"github.com/valyala/fasthttp", "github.com/valyala/fasthttp/fasthttpadaptor", "github.com/fasthttp/router"}, Shape: fasthttpShape(),
		Root: "$v := router.New()", RootType: "*router.Router", Handler: "mw.Serve($r.Handler)", Interface: "mw.Router", Param: "{id}",
		Routes:     []string{"$r.Handle($method, $path, $h)"},
		RoutesWith: []string{"$r.Handle($method, $path, mw.Wrap($h, $args))"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.Group($prefix)", Without: "$v := $r.Group($prefix)", Type: "*router.Group"},
		},
		Declarations: strings.NewReplacer("func(http.Handler) http.Handler", "func(fasthttp.RequestHandler) fasthttp.RequestHandler", "http.Handler", "fasthttp.RequestHandler").Replace(wrapDown) + `
type Router interface {
	Handle(method, path string, h fasthttp.RequestHandler)
	Group(path string) *router.Group
}

// Serve is the application as a handler of net/http.
func Serve(h fasthttp.RequestHandler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var ctx fasthttp.RequestCtx
		ctx.Request.Header.SetMethod(r.Method)
		ctx.Request.SetRequestURI(r.URL.Path)
		for name := range r.Header {
			ctx.Request.Header.Set(name, r.Header.Get(name))
		}
		h(&ctx)
		w.WriteHeader(ctx.Response.StatusCode())
	})
}
`,
	})
	add(&Framework{
		Name: "gozero", Imports: []string{"github.com/zeromicro/go-zero/rest", "github.com/zeromicro/go-zero/core/logx"},
		Shape: extended("http.HandlerFunc", "rest.Middleware", "w http.ResponseWriter, r *http.Request", "w, r", "r", ""),
		Root:  "$v := mw.New()", RootType: "*rest.Server", Handler: "mw.Serve($r)", Use: "mw.Use($r, $args)", LateUse: true, Param: ":id",
		Routes: []string{
			"$r.AddRoute(rest.Route{Method: $method, Path: $path, Handler: $h})",
			"$r.AddRoutes([]rest.Route{{Method: $method, Path: $path, Handler: $h}}, rest.WithPrefix(\"/\"))",
		},
		RoutesWith: []string{"$r.AddRoutes(mw.With(rest.Route{Method: $method, Path: $path, Handler: $h}, $args))"},
		Declarations: `
func New() *rest.Server {
	logx.Disable()
	return rest.MustNewServer(rest.RestConf{Host: "localhost"})
}

func With(r rest.Route, args ...rest.Middleware) []rest.Route { return rest.WithMiddlewares(args, r) }

func Use(s *rest.Server, args ...rest.Middleware) {
	for _, m := range args {
		s.Use(m)
	}
}

// Serve is the application as a handler of net/http.
func Serve(server *rest.Server) http.Handler {
	s, err := rest.NewServerless(server)
	if err != nil {
		panic(err)
	}
	return http.HandlerFunc(s.Serve)
}
`,
	})
	for version, context := range map[string]string{"v4": "echo.Context", "v5": "*echo.Context"} {
		result := map[string]string{"v4": "*echo.Route", "v5": "echo.RouteInfo"}[version]
		add(&Framework{
			Name: "echo" + version[1:], Imports: []string{"github.com/labstack/echo/" + version}, Shape: echoShape(context),
			Root: "$v := echo.New()", RootType: "*echo.Echo", Handler: "$r", Interface: "mw.Router",
			Use: "$r.Use($args)", LateUse: true,
			Routes:     []string{"$r.Add($method, $path, $h)"},
			RoutesWith: []string{"$r.Add($method, $path, $h, $args)"},
			Groups: map[string]GroupForm{
				"group": {Open: "$v := $r.Group($prefix, $args)", Without: "$v := $r.Group($prefix)", Type: "*echo.Group"},
				"use":   {Open: "$v := $r.Group($prefix)\n$v.Use($args)", Without: "$v := $r.Group($prefix)", Type: "*echo.Group"},
			},
			Param: ":id",
			Declarations: `
type Router interface {
	Add(method, path string, h echo.HandlerFunc, m ...echo.MiddlewareFunc) ` + result + `
	Group(prefix string, m ...echo.MiddlewareFunc) *echo.Group
	Use(m ...echo.MiddlewareFunc)
}
`,
		})
	}
	for version, context := range map[string]string{"v2": "*fiber.Ctx", "v3": "fiber.Ctx"} {
		f := &Framework{
			Name: "fiber" + version[1:], Imports: []string{"github.com/gofiber/fiber/" + version, "github.com/gofiber/fiber/" + version + "/middleware/adaptor"},
			Shape: fiberShape(context), Root: "$v := fiber.New()", RootType: "*fiber.App", Handler: "adaptor.FiberApp($r)", Interface: "fiber.Router",
			Use: "$r.Use(mw.Any($args)...)", LateUse: true, Param: ":id", Merges: true,
			Routes:     []string{"$r.Add($method, $path, $h)"},
			RoutesWith: []string{"$r.Add($method, $path, mw.With($h, $args)...)"},
			Groups: map[string]GroupForm{
				"group": {Open: "$v := $r.Group($prefix, $args)", Without: "$v := $r.Group($prefix)", Type: "fiber.Router"},
				"use":   {Open: "$v := $r.Group($prefix)\n$v.Use(mw.Any($args)...)", Without: "$v := $r.Group($prefix)", Type: "fiber.Router"},
				"route": {Open: "$r.Route($prefix, func($v fiber.Router) {\n$v.Use(mw.Any($args)...)", Without: "$r.Route($prefix, func($v fiber.Router) {", Close: "})", Type: "fiber.Router"},
				"mount": {Open: "$v := fiber.New()\n$v.Use(mw.Any($args)...)\nmw.Mount($r, $prefix, $v)", Without: "$v := fiber.New()\nmw.Mount($r, $prefix, $v)", Type: "*fiber.App"},
				"late":  {Open: "$v := fiber.New()\n$v.Use(mw.Any($args)...)", Without: "$v := fiber.New()", Close: "mw.Mount($r, $prefix, $v)", Type: "*fiber.App"},
			},
			Declarations: withOf("fiber.Handler") + fiberTwo,
		}
		if version == "v3" { // lists are of any type, and the first handler stands apart
			f.Declarations = fiberThree
			f.Routes = []string{"$r.Add([]string{$method}, $path, $h)"}
			f.RoutesWith = []string{"$r.Add([]string{$method}, $path, mw.Any($args)[0], append(mw.Any($args)[1:], $h)...)"}
			f.Groups["group"] = GroupForm{Open: "$v := $r.Group($prefix, mw.Any($args)...)", Without: "$v := $r.Group($prefix)", Type: "fiber.Router"}
		}
		add(f)
	}
	add(&Framework{
		Name: "chi", Imports: []string{"github.com/go-chi/chi/v5"}, Shape: standard,
		Root: "$v := chi.NewRouter()", RootType: "*chi.Mux", Handler: "$r", Interface: "chi.Router",
		Use:        "$r.Use($args)",
		Routes:     []string{"$r.Method($method, $path, $h)", "$r.MethodFunc($method, $path, $h.ServeHTTP)"},
		RoutesWith: []string{"$r.With($args).Method($method, $path, $h)", "$r.Method($method, $path, mw.Wrap($h, $args))", "$r.Method($method, $path, chi.Chain($args).Handler($h))"},
		Groups: map[string]GroupForm{
			"route":      {Open: "$r.Route($prefix, func($v chi.Router) {\n$v.Use($args)", Without: "$r.Route($prefix, func($v chi.Router) {", Close: "})", Type: "chi.Router"},
			"group":      {Open: "$r.Group(func($v chi.Router) {\n$v.Use($args)", Without: "$r.Group(func($v chi.Router) {", Close: "})", Type: "chi.Router", NoPrefix: true},
			"with":       {Open: "$v := $r.With($args)", Without: "$v := $r.With()", Type: "chi.Router", NoPrefix: true},
			"mount":      {Open: "$v := chi.NewRouter()\n$v.Use($args)", Without: "$v := chi.NewRouter()", Close: "$r.Mount($prefix, $v)", Type: "*chi.Mux"},
			"mountFirst": {Open: "$v := chi.NewRouter()\n$v.Use($args)\n$r.Mount($prefix, $v)", Without: "$v := chi.NewRouter()\n$r.Mount($prefix, $v)", Type: "*chi.Mux"},
			"mountWith":  {Open: "$v := chi.NewRouter()", Without: "$v := chi.NewRouter()", Close: "$r.Mount($prefix, mw.Wrap($v, $args))", Type: "*chi.Mux"},
		},
		Param: "{id}", Wraps: true, Declarations: wrapUp,
	})
	add(&Framework{
		Name: "gorilla", Imports: []string{"github.com/gorilla/mux"}, Shape: standardWith("mux.MiddlewareFunc"),
		Root: "$v := mux.NewRouter()", RootType: "*mux.Router", Handler: "$r",
		Use: "$r.Use($args)", LateUse: true,
		Routes: []string{"$r.Handle($path, $h).Methods($method)", "$r.HandleFunc($path, $h.ServeHTTP).Methods($method)",
			"$r.Methods($method).Path($path).Handler($h)", "$r.NewRoute().Path($path).Methods($method).Handler($h)"},
		RoutesWith: []string{"$r.Handle($path, mw.Wrap($h, $args)).Methods($method)"},
		Groups: map[string]GroupForm{
			"subrouter": {Open: "$v := $r.PathPrefix($prefix).Subrouter()\n$v.Use($args)", Without: "$v := $r.PathPrefix($prefix).Subrouter()", Type: "*mux.Router"},
			"new":       {Open: "$v := $r.NewRoute().PathPrefix($prefix).Subrouter()\n$v.Use($args)", Without: "$v := $r.NewRoute().PathPrefix($prefix).Subrouter()", Type: "*mux.Router"},
			"bare":      {Open: "$v := $r.NewRoute().Subrouter()\n$v.Use($args)", Without: "$v := $r.NewRoute().Subrouter()", Type: "*mux.Router", NoPrefix: true},
		},
		Param: "{id}", Wraps: true, Declarations: strings.ReplaceAll(wrapDown, "func(http.Handler) http.Handler", "mux.MiddlewareFunc"),
	})
	add(&Framework{
		Name: "httprouter", Imports: []string{"github.com/julienschmidt/httprouter"},
		Shape: extended("httprouter.Handle", "func(httprouter.Handle) httprouter.Handle", "w http.ResponseWriter, r *http.Request, ps httprouter.Params", "w, r, ps", "r", ""),
		Root:  "$v := httprouter.New()", RootType: "*httprouter.Router", Handler: "$r", Param: ":id",
		Routes: []string{"$r.Handle($method, $path, $h)", "$r.Handler($method, $path, mw.Plain($h))"}, RoutesWith: []string{"$r.Handle($method, $path, mw.Wrap($h, $args))"},
		Declarations: strings.NewReplacer("func(http.Handler) http.Handler", "func(httprouter.Handle) httprouter.Handle", "http.Handler", "httprouter.Handle").Replace(wrapRecursive) + plain,
	})
	add(&Framework{
		Name: "httptreemux", Imports: []string{"github.com/dimfeld/httptreemux/v5"},
		Shape: extended("httptreemux.HandlerFunc", "httptreemux.MiddlewareFunc", "w http.ResponseWriter, r *http.Request, ps map[string]string", "w, r, ps", "r", ""),
		Root:  "$v := httptreemux.New()", RootType: "*httptreemux.TreeMux", Handler: "$r", Interface: "mw.Router", Use: "mw.Use($r, $args)", LateUse: true, Param: ":id",
		Routes: []string{"$r.Handle($method, $path, $h)"}, RoutesWith: []string{"$r.Handle($method, $path, mw.Wrap($h, $args))"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.NewGroup($prefix)\nmw.Use($v, $args)", Without: "$v := $r.NewGroup($prefix)", Type: "*httptreemux.Group"},
		},
		Declarations: strings.NewReplacer("func(http.Handler) http.Handler", "httptreemux.MiddlewareFunc", "http.Handler", "httptreemux.HandlerFunc").Replace(wrapUp) + `
type Router interface {
	Handle(method, path string, h httptreemux.HandlerFunc)
	NewGroup(path string) *httptreemux.Group
	Use(m httptreemux.MiddlewareFunc)
}

func Use(r Router, args ...httptreemux.MiddlewareFunc) {
	for _, m := range args {
		r.Use(m)
	}
}
`,
	})
	add(&Framework{
		Name: "bunrouter", Imports: []string{"github.com/uptrace/bunrouter"},
		Shape: extended("bunrouter.HandlerFunc", "bunrouter.MiddlewareFunc", "w http.ResponseWriter, r bunrouter.Request", "w, r", "r.Request", " error"),
		Root:  "$v := bunrouter.New()", RootType: "*bunrouter.Router", Handler: "$r", Interface: "mw.Router", Param: ":id",
		Routes:     []string{"$r.Handle($method, $path, $h)"},
		RoutesWith: []string{"$r.Use($args).Handle($method, $path, $h)", "$r.Handle($method, $path, mw.Wrap($h, $args))"},
		Groups: map[string]GroupForm{
			"group":  {Open: "$v := $r.NewGroup($prefix, bunrouter.Use($args))", Without: "$v := $r.NewGroup($prefix)", Type: "*bunrouter.Group"},
			"func":   {Open: "$r.WithGroup($prefix, func($v *bunrouter.Group) {\n$v = $v.Use($args)", Without: "$r.WithGroup($prefix, func($v *bunrouter.Group) {", Close: "})", Type: "*bunrouter.Group"},
			"use":    {Open: "$v := $r.Use($args).NewGroup($prefix)", Without: "$v := $r.NewGroup($prefix)", Type: "*bunrouter.Group"},
			"lost":   {Open: "$v := $r.NewGroup($prefix)\n$v.Use($args)", Without: "$v := $r.NewGroup($prefix)", Type: "*bunrouter.Group"},
			"option": {Open: "$v := $r.NewGroup($prefix, bunrouter.WithMiddleware($args))", Without: "$v := $r.NewGroup($prefix)", Type: "*bunrouter.Group"},
		},
		Declarations: strings.NewReplacer("func(http.Handler) http.Handler", "bunrouter.MiddlewareFunc", "http.Handler", "bunrouter.HandlerFunc").Replace(wrapDown) + `
type Router interface {
	Handle(method, path string, h bunrouter.HandlerFunc)
	NewGroup(path string, opts ...bunrouter.GroupOption) *bunrouter.Group
	WithGroup(path string, fn func(*bunrouter.Group))
	Use(m ...bunrouter.MiddlewareFunc) *bunrouter.Group
}
`,
	})
	add(&Framework{
		Name: "bone", Imports: []string{"github.com/go-zoo/bone"}, Shape: standard,
		Root: "$v := bone.New()", RootType: "*bone.Mux", Handler: "$r", Param: ":id", Wraps: true,
		Routes: []string{"$r.Register($method, $path, $h)"}, RoutesWith: []string{"$r.Register($method, $path, mw.Wrap($h, $args))"},
		Groups: map[string]GroupForm{
			"sub": {Open: "$v := bone.New()\n$r.SubRoute($prefix, mw.Wrap($v, $args))", Without: "$v := bone.New()\n$r.SubRoute($prefix, $v)", Type: "*bone.Mux"},
		},
		Declarations: wrapRecursive,
	})
	add(&Framework{
		Name: "goji", Imports: []string{"goji.io", "goji.io/pat"}, Shape: standard,
		Root: "$v := goji.NewMux()", RootType: "*goji.Mux", Handler: "$r", Use: "mw.Use($r, $args)", LateUse: true, Param: ":id", Wraps: true,
		Routes:     []string{"$r.Handle(mw.Pattern($method, $path), $h)", "$r.HandleFunc(mw.Pattern($method, $path), $h.ServeHTTP)"},
		RoutesWith: []string{"$r.Handle(mw.Pattern($method, $path), mw.Wrap($h, $args))"},
		Groups: map[string]GroupForm{
			"sub":   {Open: "$v := goji.SubMux()\nmw.Use($v, $args)\n$r.Handle(pat.New($prefix+\"/*\"), $v)", Without: "$v := goji.SubMux()\n$r.Handle(pat.New($prefix+\"/*\"), $v)", Type: "*goji.Mux"},
			"after": {Open: "$v := goji.SubMux()\nmw.Use($v, $args)", Without: "$v := goji.SubMux()", Close: "$r.Handle(pat.New($prefix+\"/*\"), $v)", Type: "*goji.Mux"},
			"wrap":  {Open: "$v := goji.SubMux()", Without: "$v := goji.SubMux()", Close: "$r.Handle(pat.New($prefix+\"/*\"), mw.Wrap($v, $args))", Type: "*goji.Mux"},
		},
		Declarations: wrapUp + `
func Pattern(method, path string) *pat.Pattern {
	switch method {
	case "GET":
		return pat.Get(path)
	case "POST":
		return pat.Post(path)
	case "PUT":
		return pat.Put(path)
	}
	return pat.Delete(path)
}

func Use(m *goji.Mux, args ...func(http.Handler) http.Handler) {
	for _, f := range args {
		m.Use(f)
	}
}
`,
	})
	add(&Framework{
		Name: "nethttp", Shape: standard,
		Root: "$v := http.NewServeMux()", RootType: "*http.ServeMux", Handler: "$r", Interface: "mw.Router",
		Routes:     []string{"$r.Handle($method+\" \"+$path, $h)", "$r.HandleFunc($method+\" \"+$path, $h.ServeHTTP)"},
		RoutesWith: []string{"$r.Handle($method+\" \"+$path, mw.Wrap($h, $args))"},
		Groups: map[string]GroupForm{
			"strip": {Open: "$v := http.NewServeMux()", Without: "$v := http.NewServeMux()", Close: "$r.Handle($prefix+\"/\", http.StripPrefix($prefix, mw.Wrap($v, $args)))", Type: "*http.ServeMux"},
			"outer": {Open: "$v := http.NewServeMux()\n$r.Handle($prefix+\"/\", mw.Wrap(http.StripPrefix($prefix, $v), $args))", Without: "$v := http.NewServeMux()\n$r.Handle($prefix+\"/\", http.StripPrefix($prefix, $v))", Type: "*http.ServeMux"},
		},
		Param: "{id}", Wraps: true,
		Declarations: wrapBackward + `
type Router interface {
	Handle(pattern string, h http.Handler)
	HandleFunc(pattern string, h func(http.ResponseWriter, *http.Request))
}
`,
	})
	add(&Framework{
		Name: "wrapper", Shape: standard, // a router of the application's own, on net/http
		Root: "$v := mw.NewAPI()", RootType: "*mw.API", Handler: "$r.Mux",
		Use: "$r.Use($args)", LateUse: true,
		Routes:     []string{"$r.Handle($method, $path, $h)"},
		RoutesWith: []string{"$r.Handle($method, $path, $h, $args)"},
		Groups: map[string]GroupForm{
			"group": {Open: "$v := $r.Group($prefix, $args)", Without: "$v := $r.Group($prefix)", Type: "*mw.API"},
			"func":  {Open: "$r.Route($prefix, func($v *mw.API) {\n$v.Use($args)", Without: "$r.Route($prefix, func($v *mw.API) {", Close: "})", Type: "*mw.API"},
		},
		Param: "{id}", Wraps: true,
		Declarations: wrapRecursive + `
type API struct {
	Mux    *http.ServeMux
	prefix string
	chain  []func(http.Handler) http.Handler
}

func NewAPI() *API { return &API{Mux: http.NewServeMux()} }

func (a *API) Use(m ...func(http.Handler) http.Handler) { a.chain = append(a.chain, m...) }

func (a *API) Group(prefix string, m ...func(http.Handler) http.Handler) *API {
	return &API{Mux: a.Mux, prefix: a.prefix + prefix, chain: append(slices.Clip(a.chain), m...)}
}

func (a *API) Route(prefix string, f func(*API)) { f(a.Group(prefix)) }

func (a *API) Handle(method, path string, h http.Handler, m ...func(http.Handler) http.Handler) {
	a.Mux.Handle(method+" "+a.prefix+path, Wrap(Wrap(h, m...), a.chain...))
}
`,
	})
}
