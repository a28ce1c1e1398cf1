package app

import (
	"io"
	"log/slog"
	"net"
	"net/http"
	"testing"

	"github.com/go-fuego/fuego"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, nil)))
	var routes []served.Route
	for path, item := range New().OpenAPI.Description().Paths.Map() {
		for method := range item.Operations() {
			if path != "/any" {
				routes = append(routes, served.Route{Method: method, Pattern: path})
			}
		}
	}
	for _, r := range []served.Route{ // what is not described, or as something else
		{Method: "*", Pattern: "/any"}, {Method: "*", Pattern: "/files/"},
		{Method: "GET", Pattern: "/swagger/"}, {Method: "GET", Pattern: "/swagger/openapi.json"},
	} {
		routes = append(routes, r)
	}
	served.Check(t, served.Sample{Packages: "./samples/fuego/...", New: handler, Routes: routes})
}

func TestContract(t *testing.T) {
	served.CheckRule(t, "./samples/fuego/...", "contract",
		"contract: GET /account/documented declares bearer, and is served without a guard",
		"contract: GET /described/letters declares bearer, and is served without a guard")
}

// handler is what Run serves. The listener is closed, so it returns at once.
func handler() http.Handler {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		panic(err)
	}
	l.Close()
	s := New(fuego.WithListener(l))
	s.Run()
	return s.Handler
}
