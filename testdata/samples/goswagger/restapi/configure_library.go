// This file is safe to edit. Once it exists it will not be overwritten

package restapi

import (
	"crypto/tls"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/goswagger/library"
	"github.com/guardvet/guardvet/testdata/samples/goswagger/restapi/operations"
)

//go:generate go run github.com/go-swagger/go-swagger/cmd/swagger@v0.36.7 generate server --quiet --target .. --name library --spec ../swagger.yaml --principal github.com/guardvet/guardvet/testdata/samples/auth.User --exclude-main --skip-models --flag-strategy flag

func configureFlags(*operations.LibraryAPI) {}

func configureAPI(api *operations.LibraryAPI) http.Handler {
	library.Configure(api)
	api.UseSwaggerUI()
	return setupGlobalMiddleware(api.Serve(setupMiddlewares))
}

func configureTLS(*tls.Config) {}

func configureServer(*http.Server, string, string) {}

// setupMiddlewares are those behind routing, before a scheme is asked for.
func setupMiddlewares(handler http.Handler) http.Handler { return noStore(handler) }

// setupGlobalMiddleware are those before routing.
func setupGlobalMiddleware(handler http.Handler) http.Handler { return noStore(closeShelf(handler)) }

// closeShelf asks whoever wants to see the shelf who they are. A fault: a path with two
// slashes is another one here, and finds the same route.
func closeShelf(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Find("Bearer " + r.Header.Get("X-Guest-Token")); err != nil && r.URL.Path == "/v1/shelf" {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// noStore asks for nothing.
func noStore(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}
