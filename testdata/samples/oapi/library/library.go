// Package library lists the operations of the library's document, for the servers
// that say nothing of their own routes.
package library

import (
	"strings"

	"github.com/guardvet/guardvet/testdata/served"
)

// Braces and Colon spell a path parameter.
func Braces(name string) string { return "{" + name + "}" }

// Colon is the spelling of gin, echo and fiber.
func Colon(name string) string { return ":" + name }

// Routes are the operations below a prefix.
func Routes(prefix string, spell func(string) string) []served.Route {
	var routes []served.Route
	for _, r := range []served.Route{
		{Method: "GET", Pattern: "/health"},
		{Method: "GET", Pattern: "/books"},
		{Method: "POST", Pattern: "/books"},
		{Method: "GET", Pattern: "/books/{id}"},
		{Method: "DELETE", Pattern: "/books/{id}"},
		{Method: "PUT", Pattern: "/books/{id}/loan"},
		{Method: "DELETE", Pattern: "/books/{id}/loan"},
		{Method: "GET", Pattern: "/me/loans"},
		{Method: "GET", Pattern: "/admin/fines"},
		{Method: "DELETE", Pattern: "/admin/fines"},
	} {
		r.Pattern = prefix + strings.ReplaceAll(r.Pattern, "{id}", spell("id"))
		routes = append(routes, r)
	}
	return routes
}
