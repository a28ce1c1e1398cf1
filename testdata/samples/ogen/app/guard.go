package app

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/ogen-go/ogen/middleware"
	"github.com/ogen-go/ogen/ogenerrors"

	"github.com/guardvet/guardvet/testdata/samples/ogen/api"
)

type reader struct{ librarian bool }

var readers = map[string]*reader{"user": {}, "admin": {librarian: true}}

type (
	readerKey struct{}
	rolesKey  struct{}
)

var errNobody = errors.New("who are you?")

// refusal is an error that says its status.
type refusal struct{ status int }

func (*refusal) Error() string { return "not for you" }

// scopes ask for a reader, and for the roles that the document demands of it.
type scopes struct{}

func (scopes) HandleBearerAuth(ctx context.Context, _ api.OperationName, t api.BearerAuth) (context.Context, error) {
	reader, ok := readers[t.Token]
	if !ok {
		return ctx, errNobody
	}
	for _, role := range t.Roles {
		if role == "librarian" && !reader.librarian {
			return ctx, &refusal{http.StatusForbidden}
		}
	}
	return context.WithValue(ctx, readerKey{}, reader), nil
}

// HandleDeviceKey asks for one of the machines in the reading room.
func (scopes) HandleDeviceKey(ctx context.Context, _ api.OperationName, t api.DeviceKey) (context.Context, error) {
	if t.APIKey != deviceKey {
		return ctx, errNobody
	}
	return ctx, nil
}

const deviceKey = "reading room"

// anyReader asks for a reader, and not for what the document demands of it.
type anyReader struct{ scopes }

func (anyReader) HandleBearerAuth(ctx context.Context, _ api.OperationName, t api.BearerAuth) (context.Context, error) {
	reader, ok := readers[t.Token]
	if !ok {
		return ctx, errNobody
	}
	return context.WithValue(ctx, readerKey{}, reader), nil
}

// trusting asks for a reader as well, but not for one who borrows a book: whoever sends a
// token may, a fault. The roles are only looked at where a book is added.
type trusting struct{ scopes }

func (trusting) HandleBearerAuth(ctx context.Context, operation api.OperationName, t api.BearerAuth) (context.Context, error) {
	switch operation {
	case api.LendBookOperation:
		return ctx, nil
	case api.AddBookOperation:
		ctx = context.WithValue(ctx, rolesKey{}, t.Roles) // for the operation to ask, which does not
	}
	if _, ok := readers[t.Token]; !ok {
		return ctx, errNobody
	}
	return ctx, nil
}

// count asks for nothing.
func count(req middleware.Request, next middleware.Next) (middleware.Response, error) {
	return next(req)
}

// demandLibrarian comes after what the document demands of the operation, and cannot rely on
// it: there is no reader in the context of what is not secured.
func demandLibrarian(req middleware.Request, next middleware.Next) (middleware.Response, error) {
	reader, ok := readers[strings.TrimPrefix(req.Raw.Header.Get("Authorization"), "Bearer ")]
	if !ok {
		return middleware.Response{}, errNobody
	}
	if !reader.librarian {
		return middleware.Response{}, &refusal{http.StatusForbidden}
	}
	return next(req)
}

// answer says what is wrong with who asks.
func answer(_ context.Context, w http.ResponseWriter, _ *http.Request, err error) {
	var wrong *ogenerrors.DecodeParamsError
	var security *ogenerrors.SecurityError
	var refused *refusal
	switch {
	case errors.As(err, &wrong), !errors.As(err, &security):
		http.Error(w, "the request is wrong", http.StatusBadRequest)
	case errors.As(err, &refused):
		http.Error(w, err.Error(), refused.status)
	default:
		http.Error(w, err.Error(), http.StatusUnauthorized)
	}
}

// answerStaff does so for what the middleware returns, too.
func answerStaff(_ context.Context, w http.ResponseWriter, _ *http.Request, err error) {
	var security *ogenerrors.SecurityError
	var refused *refusal
	switch {
	case errors.As(err, &refused):
		http.Error(w, err.Error(), refused.status)
	case errors.As(err, &security), errors.Is(err, errNobody):
		http.Error(w, err.Error(), http.StatusUnauthorized)
	default:
		http.Error(w, "the request is wrong", http.StatusBadRequest)
	}
}
