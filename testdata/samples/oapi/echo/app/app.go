// Package app is a library behind echo, whose middleware is given by operation.
package app

import (
	"context"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/oapi/echo/api"
)

// shelves have the operations.
type shelves struct{}

func (shelves) GetHealth(context.Context, api.GetHealthRequestObject) (api.GetHealthResponseObject, error) {
	return api.GetHealth204Response{}, nil
}

func (shelves) ListBooks(context.Context, api.ListBooksRequestObject) (api.ListBooksResponseObject, error) {
	return api.ListBooks200JSONResponse{{Id: "1", Title: "Go"}}, nil
}

func (shelves) AddBook(_ context.Context, request api.AddBookRequestObject) (api.AddBookResponseObject, error) {
	return api.AddBook201Response{}, nil
}

func (shelves) RemoveBook(context.Context, api.RemoveBookRequestObject) (api.RemoveBookResponseObject, error) {
	return api.RemoveBook204Response{}, nil
}

func (shelves) GetBook(_ context.Context, request api.GetBookRequestObject) (api.GetBookResponseObject, error) {
	return api.GetBook200JSONResponse{Id: request.Id}, nil
}

func (shelves) ReturnBook(context.Context, api.ReturnBookRequestObject) (api.ReturnBookResponseObject, error) {
	return api.ReturnBook204Response{}, nil
}

func (shelves) LendBook(context.Context, api.LendBookRequestObject) (api.LendBookResponseObject, error) {
	return api.LendBook204Response{}, nil
}

// ListLoans asks by itself for a reader.
func (shelves) ListLoans(ctx context.Context, _ api.ListLoansRequestObject) (api.ListLoansResponseObject, error) {
	if readerOf(ctx) == nil {
		return nil, echo.ErrUnauthorized
	}
	return api.ListLoans200JSONResponse{}, nil
}

// ListFines asks by itself for a librarian.
func (shelves) ListFines(ctx context.Context, _ api.ListFinesRequestObject) (api.ListFinesResponseObject, error) {
	switch reader := readerOf(ctx); {
	case reader == nil:
		return nil, echo.ErrUnauthorized
	case !reader.librarian:
		return nil, echo.ErrForbidden
	}
	return api.ListFines200JSONResponse{}, nil
}

// ForgiveFines asks, and forgets the answer: a fault.
func (shelves) ForgiveFines(ctx context.Context, _ api.ForgiveFinesRequestObject) (api.ForgiveFinesResponseObject, error) {
	if _, err := mustBeLibrarian(ctx); err != nil {
		_ = err
	}
	return api.ForgiveFines204Response{}, nil
}
