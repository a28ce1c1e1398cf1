// Package web has the form of that of github.com/beego/beego v2.3.10, as far as the sample, the
// random programs and the table need it. It serves functions and filters as that does, and no
// controllers: the module proxy refuses the module. It was written for these tests; none of it is
// beego's.
package web

import (
	"net/http"

	"github.com/beego/beego/v2/server/web/context"
)

// The places of filters.
const (
	BeforeStatic = iota
	BeforeRouter
	BeforeExec
	AfterExec
	FinishRouter
)

// BConfig is the configuration.
var BConfig = &Config{}

// Config is a configuration.
type Config struct{ WebConfig WebConfig }

// WebConfig is the part about answers.
type WebConfig struct{ AutoRender bool }

// HandleFunc is a handler, FilterFunc a filter, FilterChain one that wraps the others.
type (
	HandleFunc  func(ctx *context.Context)
	FilterFunc  = HandleFunc
	FilterChain func(next FilterFunc) FilterFunc
	FilterOpt   func(*filterOpts)
)

type filterOpts struct{ returnOnOutput bool }

// WithReturnOnOutput says whether what a filter writes ends the request.
func WithReturnOnOutput(ret bool) FilterOpt {
	return func(o *filterOpts) { o.returnOnOutput = ret }
}

// BeeApp is the program's server.
var BeeApp *HttpServer

func init() { BeeApp = NewHttpSever() }

// HttpServer is a server with its routes.
type HttpServer struct {
	Handlers *ControllerRegister
	Server   *http.Server
}

func NewHttpSever() *HttpServer {
	return &HttpServer{Handlers: NewControllerRegisterWithCfg(BConfig), Server: &http.Server{}}
}

func (app *HttpServer) Run(addr string) {}

func Run(...string) { BeeApp.Run("") }

func NewControllerRegister() *ControllerRegister               { return NewControllerRegisterWithCfg(BConfig) }
func NewControllerRegisterWithCfg(*Config) *ControllerRegister { return &ControllerRegister{} }

func (p *ControllerRegister) Init()                                                {}
func (p *ControllerRegister) Add(string, ControllerInterface, ...ControllerOption) {}
func (p *ControllerRegister) AddAuto(ControllerInterface)                          {}
func (p *ControllerRegister) CtrlGet(string, any)                                  {}
func (p *ControllerRegister) InsertFilterChain(string, FilterChain, ...FilterOpt)  {}

// ControllerInfo is a route.
type ControllerInfo struct{ methods []string }

// ControllerOption says something of a route.
type ControllerOption func(*ControllerInfo)

func WithRouterMethods(c ControllerInterface, methods ...string) ControllerOption {
	return func(i *ControllerInfo) { i.methods = methods }
}

func Router(path string, c ControllerInterface, methods ...string) *HttpServer {
	return RouterWithOpts(path, c, WithRouterMethods(c, methods...))
}

func RouterWithOpts(path string, c ControllerInterface, opts ...ControllerOption) *HttpServer {
	BeeApp.Handlers.Add(path, c, opts...)
	return BeeApp
}

func AutoRouter(c ControllerInterface) *HttpServer {
	BeeApp.Handlers.AddAuto(c)
	return BeeApp
}

func CtrlGet(path string, f any) { BeeApp.Handlers.CtrlGet(path, f) }

func Get(path string, f HandleFunc) *HttpServer {
	BeeApp.Handlers.Get(path, f)
	return BeeApp
}

func InsertFilter(pattern string, pos int, f FilterFunc, opts ...FilterOpt) *HttpServer {
	BeeApp.Handlers.InsertFilter(pattern, pos, f, opts...)
	return BeeApp
}

func InsertFilterChain(pattern string, f FilterChain, opts ...FilterOpt) *HttpServer {
	BeeApp.Handlers.InsertFilterChain(pattern, f, opts...)
	return BeeApp
}

// Namespace is a group of routes.
type Namespace struct {
	prefix   string
	handlers *ControllerRegister
}

// LinkNamespace fills one.
type LinkNamespace func(*Namespace)

func NewNamespace(prefix string, params ...LinkNamespace) *Namespace {
	ns := &Namespace{prefix: prefix, handlers: NewControllerRegister()}
	for _, p := range params {
		p(ns)
	}
	return ns
}

func AddNamespace(...*Namespace) {}

func NSBefore(list ...FilterFunc) LinkNamespace {
	return func(ns *Namespace) {
		for _, f := range list {
			ns.handlers.InsertFilter("*", BeforeRouter, f, WithReturnOnOutput(true))
		}
	}
}

func NSGet(path string, f HandleFunc) LinkNamespace {
	return func(ns *Namespace) { ns.handlers.Get(path, f) }
}

func NSRouter(path string, c ControllerInterface, methods ...string) LinkNamespace {
	return func(ns *Namespace) { ns.handlers.Add(path, c, WithRouterMethods(c, methods...)) }
}

// ControllerInterface is a controller.
type ControllerInterface interface {
	Init(ctx *context.Context, controller, action string, app any)
	Prepare()
	Get()
	Post()
	Finish()
}

// Controller is what controllers embed.
type Controller struct {
	Ctx  *context.Context
	Data map[any]any
}

func (c *Controller) Init(ctx *context.Context, controller, action string, app any) {
	c.Ctx, c.Data = ctx, ctx.Input.Data()
}
func (c *Controller) Prepare()                {}
func (c *Controller) Finish()                 {}
func (c *Controller) Get()                    {}
func (c *Controller) Post()                   {}
func (c *Controller) Abort(code string)       { panic(code) }
func (c *Controller) StopRun()                { panic("stop") }
func (c *Controller) ServeJSON(...bool) error { return nil }
