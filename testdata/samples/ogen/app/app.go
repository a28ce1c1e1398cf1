// Package app is a library behind the server that ogen writes: the document says which
// operations are secured, and the server asks the application's security handler for those.
package app

import (
	"context"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/ogen/api"
)

// New serves the library for its readers and, below a prefix, for its staff.
func New() http.Handler {
	readers, err := api.NewServer(shelves{}, scopes{}, api.WithErrorHandler(answer))
	if err != nil {
		panic(err)
	}
	staff, err := api.NewServer(shelves{}, anyReader{}, api.WithPathPrefix("/staff"), api.WithMiddleware(count, demandLibrarian), api.WithErrorHandler(answerStaff))
	if err != nil {
		panic(err)
	}
	guests, err := api.NewServer(shelves{}, trusting{}) // its errors are answered by ogen
	if err != nil {
		panic(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/", readers)
	mux.Handle("/staff/", staff)
	mux.Handle("/guests/", http.StripPrefix("/guests", guests))
	return mux
}

// shelves have the operations.
type shelves struct{}

func (shelves) GetHealth(context.Context) error                        { return nil }
func (shelves) ListBooks(context.Context, api.ListBooksParams) error   { return nil }
func (shelves) AddBook(context.Context, api.OptAddBookReq) error       { return nil }
func (shelves) ListNews(context.Context) error                         { return nil }
func (shelves) GetBook(context.Context, api.GetBookParams) error       { return nil }
func (shelves) RemoveBook(context.Context, api.RemoveBookParams) error { return nil }
func (shelves) LendBook(context.Context, api.LendBookParams) error     { return nil }
func (shelves) ReturnBook(context.Context, api.ReturnBookParams) error { return nil }
func (shelves) ReadPage(context.Context, api.ReadPageParams) error     { return nil }
func (shelves) ListLoans(context.Context) error                        { return nil }
func (shelves) ListFines(context.Context) error                        { return nil }
func (shelves) ForgiveFines(context.Context) error                     { return nil }
