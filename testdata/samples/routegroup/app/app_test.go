package app

import (
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var list []served.Route
	for _, r := range []string{
		"GET /healthz", "GET /me", "GET /log", "GET /items/{id}", "POST /items/new", "PUT /items/{id}", "DELETE /items/{id}",
		"GET /admin", "* /admin", "* /admin/all/", "GET /old/known",
		"GET /cmdline", "GET /heap", "GET /vars",
	} {
		method, pattern, _ := strings.Cut(r, " ")
		list = append(list, served.Route{Method: method, Pattern: pattern})
	}
	served.Check(t, served.Sample{
		Packages: "./samples/routegroup/...", New: New, Routes: list,
		Path: map[string]string{"/admin/all/": "/admin/all/1"},
	})
}
