package app

import (
	"net/http"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for service, info := range New().GetServiceInfo() {
		for _, m := range info.Methods {
			routes = append(routes, served.Route{Method: "POST", Pattern: "/" + service + "/" + m.Name})
		}
	}
	handler := func() http.Handler { return served.GRPC(New(), message) }
	served.Check(t, served.Sample{Packages: "./samples/grpc/...", New: handler, Routes: routes, Login: login})
}

// message is a message of the kind that a method wants: an empty one, or one that asks
// for the list of services.
func message(path string) []byte {
	if strings.HasPrefix(path, "/grpc.reflection.") {
		return []byte{7<<3 | 2, 0}
	}
	return nil
}

func login(r *http.Request, who string) {
	r.Header.Set("Authorization", "Bearer "+who)
	if strings.HasPrefix(r.URL.Path, "/shop.v1.Hooks/") {
		r.Header.Set("X-Hook-Key", "hook-key")
	}
}
