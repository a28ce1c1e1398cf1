package app

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/guardvet/guardvet/testdata/samples/oapi/chi/api"
)

type reader struct{ librarian bool }

var readers = map[string]*reader{"user": {}, "admin": {librarian: true}}

type readerKey struct{}

// loadReader puts who reads into the context. It asks for nothing.
func loadReader(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if reader, ok := readers[strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")]; ok {
			r = r.WithContext(context.WithValue(r.Context(), readerKey{}, reader))
		}
		next.ServeHTTP(w, r)
	})
}

func readerOf(ctx context.Context) *reader {
	reader, _ := ctx.Value(readerKey{}).(*reader)
	return reader
}

func demandReader(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if readerOf(r.Context()) == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func demandLibrarian(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := mustBeLibrarian(r.Context()); err != nil {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// errNobody and refusal are what an operation returns to whom it does not serve.
var errNobody = errors.New("who are you?")

type refusal struct{ status int }

func (*refusal) Error() string { return "not for you" }

func mustBeLibrarian(ctx context.Context) (*reader, error) {
	reader := readerOf(ctx)
	if reader == nil {
		return nil, errNobody
	}
	if !reader.librarian {
		return nil, &refusal{http.StatusForbidden}
	}
	return reader, nil
}

// demand asks for what the operation demands, by its name in the document.
// A fault: LendBook is spelled as in the document, and here it has a capital.
func demand(next api.StrictHandlerFunc, operationID string) api.StrictHandlerFunc {
	switch operationID {
	case "AddBook", "RemoveBook":
		return func(ctx context.Context, w http.ResponseWriter, r *http.Request, request any) (any, error) {
			if _, err := mustBeLibrarian(ctx); err != nil {
				return nil, err
			}
			return next(ctx, w, r, request)
		}
	case "ReturnBook", "lendBook":
		return func(ctx context.Context, w http.ResponseWriter, r *http.Request, request any) (any, error) {
			if readerOf(ctx) == nil {
				return nil, errNobody
			}
			return next(ctx, w, r, request)
		}
	}
	return next
}

// answer says what the operations' errors are.
func answer(w http.ResponseWriter, _ *http.Request, err error) {
	var refused *refusal
	switch {
	case errors.Is(err, errNobody):
		http.Error(w, err.Error(), http.StatusUnauthorized)
	case errors.As(err, &refused):
		http.Error(w, err.Error(), refused.status)
	default:
		http.Error(w, "it is our fault", http.StatusInternalServerError)
	}
}

func badRequest(w http.ResponseWriter, _ *http.Request, err error) {
	http.Error(w, err.Error(), http.StatusBadRequest)
}
