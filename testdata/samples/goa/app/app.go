// Package app is a library whose design is in goa's language. The endpoints that goa
// writes call JWTAuth for what the design secures; what that asks for, and whether it
// looks at the scopes, is the application's.
package app

import (
	"context"
	"net/http"
	"os"

	goahttp "goa.design/goa/v3/http"
	"goa.design/goa/v3/security"

	"github.com/guardvet/guardvet/testdata/samples/goa/gen/archive"
	archivehttp "github.com/guardvet/guardvet/testdata/samples/goa/gen/http/archive/server"
	shelveshttp "github.com/guardvet/guardvet/testdata/samples/goa/gen/http/shelves/server"
	"github.com/guardvet/guardvet/testdata/samples/goa/gen/shelves"
)

// New serves the library.
func New() http.Handler {
	mux := goahttp.NewMuxer()
	decode, encode := goahttp.RequestDecoder, goahttp.ResponseEncoder
	onShelves := shelveshttp.New(shelves.NewEndpoints(library{}), mux, decode, encode, nil, nil, http.Dir(os.TempDir()))
	inArchive := archivehttp.New(archive.NewEndpoints(vault{}), mux, decode, encode, nil, nil)
	shelveshttp.Mount(mux, onShelves)
	archivehttp.Mount(mux, inArchive)
	mux.Handle("GET", "/stats", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("{}")) }) // a fault

	below := goahttp.NewMuxer()
	archivehttp.Mount(below, archivehttp.New(archive.NewEndpoints(cellar{}), below, decode, encode, nil, nil))
	all := http.NewServeMux()
	all.Handle("/", mux)
	all.Handle("/cellar/", http.StripPrefix("/cellar", below))
	return all
}

// library is what stands on the shelves.
type library struct{}

// JWTAuth asks for a reader with the scopes that the design demands.
func (library) JWTAuth(ctx context.Context, token string, scheme *security.JWTScheme) (context.Context, error) {
	reader, ok := readers[token]
	if !ok {
		return ctx, shelves.Unauthorized("who are you?")
	}
	if err := scheme.Validate(reader.scopes); err != nil {
		return ctx, shelves.Forbidden(err.Error())
	}
	return ctx, nil
}

func (library) List(context.Context) ([]string, error)                     { return []string{"Go"}, nil }
func (library) Show(context.Context, *shelves.ShowPayload) (string, error) { return "Go", nil }
func (library) Add(context.Context, *shelves.AddPayload) error             { return nil }
func (library) Remove(context.Context, *shelves.RemovePayload) error       { return nil }
func (library) Lend(context.Context, *shelves.LendPayload) error           { return nil }
func (library) Give(context.Context, *shelves.GivePayload) error           { return nil }

// vault is the archive.
type vault struct{}

// JWTAuth asks for a reader, and not for scopes: a fault.
func (vault) JWTAuth(ctx context.Context, token string, _ *security.JWTScheme) (context.Context, error) {
	if _, ok := readers[token]; !ok {
		return ctx, archive.Unauthorized("who are you?")
	}
	return ctx, nil
}

func (vault) Read(context.Context, *archive.ReadPayload) (string, error) { return "Go", nil }
func (vault) Burn(context.Context, *archive.BurnPayload) error           { return nil }

// cellar is an archive that nobody has locked: a fault.
type cellar struct{ vault }

func (cellar) JWTAuth(ctx context.Context, _ string, _ *security.JWTScheme) (context.Context, error) {
	return ctx, nil
}

type reader struct{ scopes []string }

var readers = map[string]reader{"user": {}, "admin": {scopes: []string{"librarian"}}}
