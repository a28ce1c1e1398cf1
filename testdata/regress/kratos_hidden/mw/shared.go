package mw

import (
	"context"
	"github.com/go-kratos/kratos/v2/log"
	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/transport"
	khttp "github.com/go-kratos/kratos/v2/transport/http"
	"github.com/guardvet/guardvet/testdata/random/kit"
	"io"
	"net/http"
	"slices"
)

func request(ctx context.Context) *http.Request {
	r, _ := khttp.RequestFromServerContext(ctx)
	return r
}

// credential is that of the request as the transport has it.
func credential(ctx context.Context) string {
	tr, _ := transport.FromServerContext(ctx)
	return tr.RequestHeader().Get("Authorization")
}

func requireUser(ctx context.Context) bool { return kit.Known(request(ctx)) }

func principal(ctx context.Context) (*kit.User, bool) {
	u, err := kit.Verify(request(ctx))
	return u, err == nil
}

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

func Chain(h middleware.Handler, m ...middleware.Middleware) middleware.Handler {
	return middleware.Chain(m...)(h)
}

// Serve is the application as a handler of net/http.
func Serve(a *App) http.Handler { return a.mux }
