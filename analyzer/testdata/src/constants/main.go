// Patterns made of constants: folded, concatenated, and put together by fmt.Sprintf.
package main

import (
	"fmt"
	"net/http"
	"strings"
)

const (
	version = 2
	base    = "/api"
	orders  = base + "/orders"
	item    = orders + "/{" + key + "}"
	key     = "id"
)

type verb string

const list verb = "GET"

func main() {
	mux := http.NewServeMux()
	prefix := fmt.Sprintf("%s/v%d", base, version)
	mux.HandleFunc("GET "+orders, ok)                                              // want `^GET /api/orders: unguarded none$`
	mux.HandleFunc(http.MethodPut+" "+item, ok)                                    // want `^PUT /api/orders/{id}: unguarded none$`
	mux.HandleFunc(string(list)+" "+prefix+"/carts", ok)                           // want `^GET /api/v2/carts: unguarded none$`
	mux.HandleFunc(fmt.Sprintf("%s %s/%s/{%s}", list, prefix, "stock", key), ok)   // want `^GET /api/v2/stock/{id}: unguarded none$`
	mux.HandleFunc(fmt.Sprint("PATCH ", base, "/prices"), ok)                      // want `^PATCH /api/prices: unguarded none$`
	mux.HandleFunc("DELETE "+strings.Join([]string{base, "bins", "all"}, "/"), ok) // want `^DELETE /api/bins/all: unguarded none$`
	mux.HandleFunc("GET "+strings.TrimSuffix(base+"/", "/")+"/lots", ok)           // want `^GET /api/lots: unguarded none$`
	mux.HandleFunc(strings.ToUpper("post")+" "+strings.ToLower("/API/Things"), ok) // want `^POST /api/things: unguarded none$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) {}
