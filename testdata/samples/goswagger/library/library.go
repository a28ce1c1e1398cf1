// Package library has the operations of the library, and says who may call them.
package library

import (
	"net/http"
	"slices"

	"github.com/go-openapi/errors"
	"github.com/go-openapi/runtime"
	"github.com/go-openapi/runtime/middleware"

	"github.com/guardvet/guardvet/testdata/samples/auth"
	"github.com/guardvet/guardvet/testdata/samples/goswagger/restapi/operations"
)

// Configure sets the handlers of the operations, and what asks for the schemes.
func Configure(api *operations.LibraryAPI) {
	api.KeyAuth = known
	api.DeskAuth = atDesk
	api.TokenAuth = granted
	api.TicketAuth = nobody

	api.GetHealthHandler = operations.GetHealthHandlerFunc(func(operations.GetHealthParams) middleware.Responder { return done{} })
	api.ListBooksHandler = operations.ListBooksHandlerFunc(func(operations.ListBooksParams) middleware.Responder { return done{} })
	api.ListNewsHandler = operations.ListNewsHandlerFunc(func(operations.ListNewsParams, *auth.User) middleware.Responder { return done{} })
	api.AddBookHandler = operations.AddBookHandlerFunc(func(operations.AddBookParams, *auth.User) middleware.Responder { return done{} })
	api.GetBookHandler = operations.GetBookHandlerFunc(getBook)
	api.RemoveBookHandler = remover{}
	api.LendBookHandler = operations.LendBookHandlerFunc(func(operations.LendBookParams, *auth.User) middleware.Responder { return done{} })
	api.ReturnBookHandler = operations.ReturnBookHandlerFunc(func(operations.ReturnBookParams) middleware.Responder { return done{} })
	api.ReadPagesHandler = operations.ReadPagesHandlerFunc(func(operations.ReadPagesParams, *auth.User) middleware.Responder { return done{} })
	api.ListLoansHandler = operations.ListLoansHandlerFunc(func(operations.ListLoansParams, *auth.User) middleware.Responder { return done{} })
	api.ListFinesHandler = operations.ListFinesHandlerFunc(func(operations.ListFinesParams, *auth.User) middleware.Responder { return done{} })
	api.ShowShelfHandler = operations.ShowShelfHandlerFunc(func(operations.ShowShelfParams) middleware.Responder { return done{} })
	api.ForgiveFinesHandler = operations.ForgiveFinesHandlerFunc(forgive)
}

func getBook(operations.GetBookParams) middleware.Responder { return done{} }

type remover struct{}

// Handle implements [operations.RemoveBookHandler].
func (remover) Handle(operations.RemoveBookParams, *auth.User) middleware.Responder { return done{} }

// forgive is for librarians, which the document does not say.
func forgive(_ operations.ForgiveFinesParams, u *auth.User) middleware.Responder {
	if !u.Has("admin") {
		return middleware.Error(http.StatusForbidden, "not for you")
	}
	return done{}
}

// known asks for the key of a reader.
func known(key string) (*auth.User, error) {
	u, err := auth.Find("Bearer " + key)
	if err != nil {
		return nil, errors.New(http.StatusUnauthorized, "who are you?")
	}
	return u, nil
}

// atDesk asks for a reader at the desk.
func atDesk(name, password string) (*auth.User, error) {
	if password != "pass" {
		return nil, errors.Unauthenticated("basic")
	}
	return known(name)
}

// granted asks for a reader with the scopes that the document demands.
func granted(token string, scopes []string) (*auth.User, error) {
	u, err := known(token)
	if err != nil {
		return nil, err
	}
	if slices.Contains(scopes, "librarian") && !u.Has("admin") {
		return nil, errors.New(http.StatusForbidden, "not for you")
	}
	return u, nil
}

// nobody knows no ticket, and says nothing: who has only a ticket is refused.
func nobody(string) (*auth.User, error) { return nil, nil }

// done is the answer of an operation that has acted.
type done struct{}

// WriteResponse implements [middleware.Responder].
func (done) WriteResponse(w http.ResponseWriter, _ runtime.Producer) {
	w.Header().Set("X-Acted", "yes")
	w.WriteHeader(http.StatusNoContent)
}

// Librarians is an authorizer: of whom the schemes know, it lets librarians pass.
func Librarians(_ *http.Request, u any) error {
	if reader, ok := u.(*auth.User); !ok || !reader.Has("admin") {
		return errors.New(http.StatusForbidden, "not for you")
	}
	return nil
}
