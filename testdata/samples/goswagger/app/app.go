// Package app is a library behind the server that go-swagger writes: the document says which
// operations are secured, and the handlers that were generated for those ask the
// application's functions.
package app

import (
	"net/http"

	"github.com/go-openapi/loads"
	"github.com/go-openapi/runtime"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/goswagger/library"
	"github.com/guardvet/guardvet/testdata/samples/goswagger/restapi"
	"github.com/guardvet/guardvet/testdata/samples/goswagger/restapi/operations"
)

// New serves the library for its readers and, below prefixes, for its staff and for guests.
func New() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", readers())
	mux.Handle("/staff/", http.StripPrefix("/staff", staff()))
	mux.Handle("/guests/", http.StripPrefix("/guests", invited(guests())))
	return mux
}

// newAPI makes the API of the document.
func newAPI() *operations.LibraryAPI {
	document, err := loads.Embedded(restapi.SwaggerJSON, restapi.FlatSwaggerJSON)
	if err != nil {
		panic(err)
	}
	return operations.NewLibraryAPI(document)
}

// readers is configured by the file that the generator leaves to the application.
func readers() http.Handler {
	server := restapi.NewServer(newAPI())
	server.ConfigureAPI()
	return server.GetHandler()
}

// staff is for librarians, where it asks for anybody.
func staff() http.Handler {
	api := newAPI()
	library.Configure(api)
	api.APIAuthorizer = runtime.AuthorizerFunc(library.Librarians)
	api.AddMiddlewareFor("GET", "/health", auth.Role("admin"))
	return api.Serve(count)
}

// guests is behind a guard, which the document and its pages are not outside of.
func guests() http.Handler {
	api := newAPI()
	library.Configure(api)
	return api.Serve(nil)
}

// invited asks guests for their invitation.
func invited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Find("Bearer " + r.Header.Get("X-Guest-Token")); err != nil {
			http.Error(w, "not invited", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// count asks for nothing.
func count(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}
