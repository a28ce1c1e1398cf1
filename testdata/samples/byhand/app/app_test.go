package app

import (
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var list []served.Route
	for _, r := range []string{
		"* /site/version", "POST /site/reload",
		"* /pages/open", "* /pages/other", "* /pages/account", "* /pages/forgotten", "* /pages/admin", "* /pages/files/",
		"GET /lists/open", "GET /lists/known", "POST /lists/open",
		"* /maps/open", "* /maps/known", "GET /maps/method", "PUT /maps/method",
		"GET /items", "POST /items", "DELETE /items", "* /orders/", "* /orders/{$}", "POST /form", "* /either", "PUT /either", "* /{$}",
		"* /taken/open", "* /taken/admin", "* /trimmed/open", "* /trimmed/admin",
		"* /cut/shelves/{}", "* /cut/shelves/{}/sold", "* /cut/shelves/{}/burnt", "* /bits",
		"* /less/seen", "POST /less/kept", "* /wrapped/seen", "POST /wrapped/kept", "* /copied/seen", "POST /copied/kept", "* /always", "* /slash/seen",
		"* /last{?path}/seen", "POST /last{?path}/kept", "GET /repos/{repo}/refs", "POST /repos/{repo}/refs", "GET /repos/{repo}/heads",
	} {
		method, pattern, _ := strings.Cut(r, " ")
		list = append(list, served.Route{Method: method, Pattern: pattern})
	}
	served.Check(t, served.Sample{Packages: "./samples/byhand/...", New: New, Routes: list, Path: map[string]string{
		"/orders/": "/orders/7", "/orders/{$}": "/orders/", "/{$}": "/",
		"/last{?path}/seen": "/last/a/seen", "/last{?path}/kept": "/last/kept",
	}})
}
