package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for _, of := range []struct{ prefix, param string }{
		{"/gin", ":id"}, {"/echo", ":id"}, {"/fiber", ":id"}, {"/mux", "{id}"}, {"/httprouter", ":id"}, {"/bunrouter", ":id"}, {"/go", "{id}"}, {"/adapter", "{id}"},
	} {
		routes = append(routes,
			served.Route{Method: "GET", Pattern: of.prefix + "/first"},
			served.Route{Method: "GET", Pattern: of.prefix + "/orders/" + of.param},
			served.Route{Method: "DELETE", Pattern: of.prefix + "/admin/orders/" + of.param},
		)
	}
	for _, path := range []string{
		"/gin/early", "/gin/late", "/gin/group/before", "/echo/group/items/:id", "/fiber/private/early", "/fiber/private/late",
		"/fiber/private/group/items/:id", "/mux/sub/items/{id}", "/bunrouter/guarded/:id",
	} {
		routes = append(routes, served.Route{Method: "GET", Pattern: path})
	}
	routes = append(routes, served.Route{Method: "DELETE", Pattern: "/gin/group/items/:id"})
	served.Check(t, served.Sample{Packages: "./samples/humaadapters/...", New: New, Routes: routes})
}
