// Package app is an application whose parts are made and put together by fx.
package app

import (
	"context"
	"net"
	"net/http"

	"go.uber.org/fx"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/fx/admin"
)

// A Config says where to listen.
type Config struct{ Addr string }

// Options are the parts of the application.
func Options() fx.Option {
	return fx.Options(
		fx.NopLogger,
		fx.Supply(Config{Addr: "localhost:8080"}),
		fx.Provide(
			newServer,
			fx.Annotate(newMux, fx.ParamTags(`group:"routes"`, `name:"admin"`)),
			newGuard,
			asRoute(newPrices),
			asRoute(newOrders),
			fx.Annotated{Group: "routes", Target: newReports},
			newPair,
			fx.Annotate(newLate, fx.As(new(Late)), fx.OnStart(start)),
		),
		fx.Provide(newClock, newStore),
		admin.Module,
		fx.Invoke(func(*http.Server, Late) {}),
		fx.Invoke(health),
	)
}

// New makes the application's handler: it starts the application and stops it.
func New() http.Handler {
	var srv *http.Server
	app := fx.New(Options(), fx.Replace(Config{Addr: "localhost:0"}), fx.Populate(&srv))
	if err := app.Start(context.Background()); err != nil {
		panic(err)
	}
	if err := app.Stop(context.Background()); err != nil {
		panic(err)
	}
	return srv.Handler
}

func newServer(lc fx.Lifecycle, mux *http.ServeMux, c Config) *http.Server {
	srv := &http.Server{Addr: c.Addr, Handler: mux}
	lc.Append(fx.Hook{
		OnStart: func(ctx context.Context) error {
			ln, err := net.Listen("tcp", srv.Addr)
			if err != nil {
				return err
			}
			go srv.Serve(ln)
			return nil
		},
		OnStop: func(ctx context.Context) error { return srv.Shutdown(ctx) },
	})
	return srv
}

// newMux makes the router of what the group has.
func newMux(routes []Route, desk *http.ServeMux) *http.ServeMux {
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.Handle(r.Pattern(), r)
	}
	mux.Handle("/admin/", desk)
	return mux
}

func newGuard() admin.Guard { return auth.Require }

// health registers without a guard, on purpose.
func health(mux *http.ServeMux) { mux.HandleFunc("GET /healthz", auth.Done) }

// A Late part registers when the application starts.
type Late interface{ Register() }

type late struct{ mux *http.ServeMux }

func newLate(mux *http.ServeMux) *late { return &late{mux} }

func (l *late) Register() { l.mux.HandleFunc("GET /late", auth.Done) } // planted fault

func start(l Late) { l.Register() }
