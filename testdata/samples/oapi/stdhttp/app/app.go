// Package app is a library, whose operations are those of a document. What the
// document says of security becomes scopes in the context; that anybody asks for them
// is the middleware's business.
package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/oapi/stdhttp/api"
)

// New serves the library, as it is and as it was.
func New() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /robots.txt", func(w http.ResponseWriter, _ *http.Request) { acted(w, http.StatusOK) })
	api.HandlerWithOptions(shelves{}, api.StdHTTPServerOptions{
		BaseRouter:  mux,
		BaseURL:     "/v1",
		Middlewares: []api.MiddlewareFunc{demandScopes, loadReader}, // the last one is the outermost
	})
	// A fault: who reads is known, and nobody asks.
	return api.HandlerWithOptions(shelves{}, api.StdHTTPServerOptions{
		BaseRouter: mux, BaseURL: "/v0", Middlewares: []api.MiddlewareFunc{loadReader},
	})
}

// shelves have the operations.
type shelves struct{}

func (shelves) GetHealth(w http.ResponseWriter, _ *http.Request) { acted(w, http.StatusNoContent) }

//guardvet:public the catalogue is for everybody
func (shelves) ListBooks(w http.ResponseWriter, _ *http.Request, _ api.ListBooksParams) {
	acted(w, http.StatusOK)
}

func (shelves) AddBook(w http.ResponseWriter, _ *http.Request) { acted(w, http.StatusCreated) }

func (shelves) RemoveBook(w http.ResponseWriter, _ *http.Request, _ string) {
	acted(w, http.StatusNoContent)
}

//guardvet:public the catalogue is for everybody
func (shelves) GetBook(w http.ResponseWriter, _ *http.Request, _ string) { acted(w, http.StatusOK) }

func (shelves) ReturnBook(w http.ResponseWriter, _ *http.Request, _ string) {
	acted(w, http.StatusNoContent)
}

func (shelves) LendBook(w http.ResponseWriter, _ *http.Request, _ string) {
	acted(w, http.StatusNoContent)
}

func (shelves) ListLoans(w http.ResponseWriter, _ *http.Request) { acted(w, http.StatusOK) }

// ListFines asks by itself.
func (shelves) ListFines(w http.ResponseWriter, r *http.Request) {
	if reader := readerOf(r); reader == nil || !reader.librarian {
		http.Error(w, "librarians only", http.StatusForbidden)
		return
	}
	acted(w, http.StatusOK)
}

// ForgiveFines asks, and goes on: a fault.
func (shelves) ForgiveFines(w http.ResponseWriter, r *http.Request) {
	if reader := readerOf(r); reader == nil || !reader.librarian {
		http.Error(w, "librarians only", http.StatusForbidden)
	}
	acted(w, http.StatusNoContent)
}
