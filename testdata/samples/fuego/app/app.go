// Package app puts the sample together.
package app

import (
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/go-fuego/fuego"
	"github.com/go-fuego/fuego/option"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New(options ...fuego.ServerOption) *fuego.Server {
	s := fuego.NewServer(append([]fuego.ServerOption{
		fuego.WithoutStartupMessages(),
		fuego.WithGlobalMiddlewares(internal),
		fuego.WithSecurity(openapi3.SecuritySchemes{"bearer": &openapi3.SecuritySchemeRef{Value: openapi3.NewJWTSecurityScheme()}}),
		fuego.WithEngineOptions(fuego.WithOpenAPIConfig(fuego.OpenAPIConfig{DisableLocalSave: true, DisableMessages: true})),
	}, options...)...)
	fuego.Get(s, "/healthz", show)
	fuego.Get(s, "/products/{id}", show, option.Description("a product"))
	fuego.Get(s, "/account", own)
	fuego.Get(s, "/account/rights", rights)
	fuego.Get(s, "/account/wrapped", wrapped)
	fuego.Get(s, "/account/photo", forgetful)                                                                 // planted fault
	fuego.Get(s, "/account/token", show, option.Middleware(s.Security.TokenToContext(fuego.TokenFromHeader))) // planted fault: who has no token passes
	fuego.Get(s, "/account/documented", show, option.Security(openapi3.SecurityRequirement{"bearer": {}}))    // planted fault: it only says so
	fuego.Get(s, "/account/optional", show, option.Security(openapi3.SecurityRequirement{}, openapi3.SecurityRequirement{"bearer": {}}))
	fuego.Get(fuego.Group(s, "/described", secured), "/letters", show, option.Group(secured)) // planted fault
	fuego.Get(s, "/internal/stats", show)
	fuego.Get(s, "/archive", show, option.Middleware(sending))
	early := fuego.Group(s, "/early")
	fuego.GetStd(s, "/std", auth.Done)

	fuego.Use(s, auth.Require)
	fuego.Delete(early, "/products/{id}", show) // planted fault: a group has what the server had
	fuego.Get(s, "/orders", show)
	fuego.Post(s, "/orders/{id}/cancel", show, option.Middleware(auth.Role("admin")))
	fuego.PostStd(s, "/orders/{id}/refund", auth.Done, option.Middleware(auth.Role("admin")))
	fuego.All(s, "/any", show)
	fuego.Handle(s, "/files/", http.HandlerFunc(auth.Done), option.Middleware(auth.Role("admin"))) // planted fault: Handle takes no options

	admin := fuego.Group(s, "/admin", option.Middleware(auth.Role("admin")))
	fuego.Get(admin, "/users", show)
	users := fuego.Group(admin, "/users")
	fuego.Delete(users, "/{id}", show)

	office := fuego.Group(s, "/office")
	fuego.Get(office, "/letters", show)
	fuego.Use(office, auth.Role("admin"))
	fuego.Delete(office, "/letters/{id}", show)
	fuego.Get(s, "/drafts", show, option.Middleware(forgetfulGuard)) // planted fault
	for _, path := range []string{"/reports/day", "/reports/month"} {
		fuego.Get(s, path, show, reader)
	}
	siblings(s)
	return s
}

// secured is an option that protects nothing.
var secured = option.Security(openapi3.SecurityRequirement{"bearer": {}})

// reader is an option of several routes.
var reader = option.Group(option.Middleware(auth.Role("admin")), option.Tags("reports"))

// siblings are groups whose lists have the array of their parent in common: planted fault,
// the one takes the other's middleware.
func siblings(s *fuego.Server) {
	secret := fuego.Group(s, "/secret")
	plain := fuego.Group(s, "/plain")
	fuego.Use(secret, auth.Role("admin"))
	fuego.Use(plain, auth.Identify)
	fuego.Get(secret, "/letters", show)
	fuego.Get(plain, "/letters", show)
}

// internal is around everything, and asks below one path.
func internal(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/internal/") && !auth.Check(w, r, "admin") {
			return
		}
		next.ServeHTTP(w, r)
	})
}

// sending answers with an error of the framework.
func sending(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := auth.Authenticate(r)
		if err != nil {
			fuego.SendJSONError(w, r, fuego.UnauthorizedError{Err: err})
			return
		}
		if !u.Has("admin") {
			fuego.SendJSONError(w, r, fuego.ForbiddenError{Title: "not for you"})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// forgetfulGuard answers, and goes on.
func forgetfulGuard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		auth.Check(w, r, "admin")
		next.ServeHTTP(w, r)
	})
}
