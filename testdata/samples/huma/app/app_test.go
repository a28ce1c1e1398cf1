package app

import (
	"net/http"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	_, shop, office := Make()
	routes := append(operations(shop, ""), operations(office, "/office")...)
	for _, p := range []string{
		"/openapi.json", "/openapi.yaml", "/openapi-3.0.json", "/openapi-3.0.yaml", "/docs", "/schemas/{schema}",
		"/office/description.json", "/office/description.yaml", "/office/description-3.0.json", "/office/description-3.0.yaml", "/office/schemas/{schema}",
	} {
		routes = append(routes, served.Route{Method: "GET", Pattern: p})
	}
	served.Check(t, served.Sample{Packages: "./samples/huma/...", New: New, Routes: routes, Login: login})
}

// TestDeclared: of the operations that declare security, the one that nobody asks for it.
func TestDeclared(t *testing.T) {
	served.CheckRule(t, "./samples/huma/...", "contract", "contract: GET /account/documented declares bearer, and is served without a guard")
}

// operations are those that an API describes.
func operations(api huma.API, prefix string) []served.Route {
	var out []served.Route
	for path, item := range api.OpenAPI().Paths {
		for method, o := range map[string]*huma.Operation{"GET": item.Get, "POST": item.Post, "PUT": item.Put, "DELETE": item.Delete} {
			if o != nil {
				out = append(out, served.Route{Method: method, Pattern: prefix + path})
			}
		}
	}
	return out
}

func login(r *http.Request, who string) {
	r.Header.Set("Authorization", "Bearer "+who)
	r.AddCookie(&http.Cookie{Name: "session", Value: who})
}
