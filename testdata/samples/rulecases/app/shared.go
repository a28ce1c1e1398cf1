package app

import (
	"context"
	"errors"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A keeping has things of a kind, and knows who may take one away.
type keeping interface {
	remove(ctx context.Context, id string) error
	rename(ctx context.Context, id string) error
}

var errNotYours = errors.New("not yours")

type (
	bookShelf  struct{ kept map[string]bool }
	mapShelf   struct{ kept map[string]bool }
	discShelf  struct{ kept map[string]bool }
	printShelf struct{ kept map[string]bool }
	postShelf  struct{ kept map[string]bool }
)

func librarian(ctx context.Context) error {
	if u := auth.Current(ctx); u == nil || !u.Has("admin") {
		return errNotYours
	}
	return nil
}

func (s bookShelf) remove(ctx context.Context, id string) error {
	if err := librarian(ctx); err != nil {
		return err
	}
	delete(s.kept, id)
	return nil
}

func (s mapShelf) remove(ctx context.Context, id string) error {
	if err := librarian(ctx); err != nil {
		return err
	}
	delete(s.kept, id)
	return nil
}

func (s discShelf) remove(ctx context.Context, id string) error {
	if !auth.Current(ctx).Has("admin") {
		return errNotYours
	}
	delete(s.kept, id)
	return nil
}

func (s printShelf) remove(ctx context.Context, id string) error {
	if !auth.Current(ctx).Has("admin") {
		return errNotYours
	}
	delete(s.kept, id)
	return nil
}

func (s postShelf) remove(ctx context.Context, id string) error { // planted fault: it asks for nothing
	delete(s.kept, id)
	return nil
}

// Who may rename what is not asked of most, so that no one of them is an exception.
func (s bookShelf) rename(ctx context.Context, id string) error {
	if err := librarian(ctx); err != nil {
		return err
	}
	s.kept[id] = true
	return nil
}

func (s mapShelf) rename(ctx context.Context, id string) error   { s.kept[id] = true; return nil }
func (s discShelf) rename(ctx context.Context, id string) error  { s.kept[id] = true; return nil }
func (s printShelf) rename(ctx context.Context, id string) error { s.kept[id] = true; return nil }
func (s postShelf) rename(ctx context.Context, id string) error  { s.kept[id] = true; return nil }

// removing is what serves all of them.
func removing(s keeping) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := s.remove(r.Context(), r.PathValue("id")); errors.Is(err, errNotYours) {
			http.Error(w, "not yours", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
}

func renaming(s keeping) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := s.rename(r.Context(), r.PathValue("id")); errors.Is(err, errNotYours) {
			http.Error(w, "not yours", http.StatusForbidden)
			return
		}
		auth.Done(w, r)
	})
}

// shared serves several shelves by the same functions.
func shared(m *http.ServeMux) {
	m.Handle("DELETE /shared/books/{id}", auth.Require(removing(bookShelf{map[string]bool{}})))
	m.Handle("DELETE /shared/maps/{id}", auth.Require(removing(mapShelf{map[string]bool{}})))
	m.Handle("DELETE /shared/discs/{id}", auth.Require(removing(discShelf{map[string]bool{}})))
	m.Handle("DELETE /shared/prints/{id}", auth.Require(removing(printShelf{map[string]bool{}})))
	m.Handle("DELETE /shared/posts/{id}", auth.Require(removing(postShelf{map[string]bool{}}))) // want weakguard

	m.Handle("PUT /shared/books/{id}", auth.Require(renaming(bookShelf{map[string]bool{}})))
	m.Handle("PUT /shared/maps/{id}", auth.Require(renaming(mapShelf{map[string]bool{}})))
	m.Handle("PUT /shared/discs/{id}", auth.Require(renaming(discShelf{map[string]bool{}})))
	m.Handle("PUT /shared/prints/{id}", auth.Require(renaming(printShelf{map[string]bool{}})))
	m.Handle("PUT /shared/posts/{id}", auth.Require(renaming(postShelf{map[string]bool{}}))) // fine weakguard: hardly any of them asks for more
}
