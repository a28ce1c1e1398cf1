package app

import (
	"net/http"
	"time"

	"go.uber.org/fx"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/fx/admin"
)

// A Route is a handler that knows its pattern.
type Route interface {
	http.Handler
	Pattern() string
}

// asRoute gives what a constructor makes to the group of the routes.
func asRoute(constructor any) any {
	return fx.Annotate(constructor, fx.As(new(Route)), fx.ResultTags(`group:"routes"`))
}

// A Clock tells the time.
type Clock func() time.Time

func newClock() Clock { return time.Now }

// A Store keeps orders.
type Store interface{ Orders() int }

type memory struct{ clock Clock }

func newStore(c Clock) Store { return &memory{c} }

func (m *memory) Orders() int { return m.clock().Second() }

type prices struct{}

func newPrices() *prices { return &prices{} }

func (*prices) Pattern() string { return "GET /prices" }

func (*prices) ServeHTTP(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }

type orders struct {
	store Store
	next  http.Handler
}

func newOrders(s Store, g admin.Guard) (*orders, error) {
	o := &orders{store: s}
	o.next = g(http.HandlerFunc(o.list))
	return o, nil
}

func (*orders) Pattern() string { return "GET /orders" }

func (o *orders) ServeHTTP(w http.ResponseWriter, r *http.Request) { o.next.ServeHTTP(w, r) }

func (o *orders) list(w http.ResponseWriter, r *http.Request) {
	if o.store.Orders() >= 0 {
		auth.Done(w, r)
	}
}

// simple is a route of a pattern and a handler.
type simple struct {
	pattern string
	http.Handler
}

func (s simple) Pattern() string { return s.pattern }

func newReports(g admin.Guard) Route {
	return simple{"GET /reports", g(auth.Role("admin")(http.HandlerFunc(auth.Done)))}
}

// A pair is several results in one.
type pair struct {
	fx.Out

	Export Route        `group:"routes"`
	More   []Route      `group:"routes,flatten"`
	Audit  http.Handler `name:"audit"`
}

func newPair(g admin.Guard) pair {
	return pair{
		Export: simple{"GET /export", http.HandlerFunc(auth.Done)}, // planted fault
		More: []Route{
			simple{"GET /more/a", g(http.HandlerFunc(auth.Done))},
			simple{"GET /more/b", http.HandlerFunc(auth.Done)}, // planted fault
		},
		Audit: g(http.HandlerFunc(auth.Done)),
	}
}
