// Handlers that are made ready one after the other in a loop, which ends where that fails, or where there is to be nothing
// more: of those behind the first one nothing was found, and nothing was said.
package main

import (
	"net/http"
	"os"
)

type module interface {
	ready() error
	routes(mux *http.ServeMux)
}

type other interface{ others(mux *http.ServeMux) }

var modules []module

func add(m module) { modules = append(modules, m) }

func init() { add(new(orders)) }
func init() { add(new(prices)) }
func init() { add(new(users)) }

func main() {
	mux := http.NewServeMux()
	if err := start(mux); err != nil {
		panic(err)
	}
	more(mux)
	http.ListenAndServe("", mux)
}

func start(mux *http.ServeMux) error {
	for _, m := range modules {
		if err := m.ready(); err != nil {
			return err
		}
		m.routes(mux)
		if o, ok := m.(other); ok {
			o.others(mux)
		}
	}
	return nil
}

func more(mux *http.ServeMux) error {
	for _, name := range []string{"first", "second"} {
		if os.Getenv("ONLY") == name {
			return nil
		}
		mux.HandleFunc("GET /more/"+name, show) // want `^GET /more/first: unguarded none if os.Getenv\("ONLY"\) != name$` `^GET /more/second: unguarded none if os.Getenv\("ONLY"\) != name$`
	}
	return nil
}

type orders struct{}

func (*orders) ready() error              { return os.Chdir("orders") }
func (*orders) routes(mux *http.ServeMux) { mux.HandleFunc("GET /orders", show) } // want `^GET /orders: unguarded none$`

type prices struct{}

func (*prices) ready() error              { return nil }
func (*prices) routes(mux *http.ServeMux) { mux.HandleFunc("GET /prices", show) }     // want `^GET /prices: unguarded none$`
func (*prices) others(mux *http.ServeMux) { mux.HandleFunc("GET /prices/old", show) } // want `^GET /prices/old: unguarded none if ok$`

type users struct{}

func (*users) ready() error              { return os.Chdir("users") }
func (*users) routes(mux *http.ServeMux) { mux.HandleFunc("GET /users", show) } // want `^GET /users: unguarded none$`

func show(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
