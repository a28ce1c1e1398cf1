package app

import (
	"errors"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// limits are kept in one of two places, as the request says.
type limits interface {
	set(u *auth.User, name string) error
	get(u *auth.User, name string) error
	remove(u *auth.User, name string) error
}

var errLimit = errors.New("not yours")

func mayLimit(u *auth.User, verb string) bool { return u != nil && u.Has("admin") && verb != "" }

type inTable struct{ names map[string]bool }

func (t inTable) set(u *auth.User, name string) error {
	if !mayLimit(u, "set") {
		return errLimit
	}
	t.names[name] = true
	return nil
}

func (t inTable) get(u *auth.User, name string) error {
	if !mayLimit(u, "get") {
		return errLimit
	}
	return nil
}

func (t inTable) remove(u *auth.User, name string) error {
	if !mayLimit(u, "remove") {
		return errLimit
	}
	delete(t.names, name)
	return nil
}

type inFile struct{ names map[string]bool }

func (f inFile) set(_ *auth.User, name string) error { // want weakguard
	f.names[name] = true
	return nil
}

func (f inFile) get(_ *auth.User, name string) error { return nil }

func (f inFile) remove(_ *auth.User, name string) error {
	delete(f.names, name)
	return nil
}

// careful asks as the table does, by way of a function of its own.
type careful struct{ inFile }

func (c careful) set(u *auth.User, name string) error { return c.allowed(u, "set") } // fine weakguard

func (c careful) get(u *auth.User, name string) error { return c.allowed(u, "get") }

func (c careful) remove(u *auth.User, name string) error { return c.allowed(u, "remove") }

func (c careful) allowed(u *auth.User, verb string) error {
	if !mayLimit(u, verb) {
		return errLimit
	}
	return nil
}

// partly asks before it changes something, and lets everybody who is known look.
type partly struct{ inTable }

func (p partly) get(_ *auth.User, name string) error { return nil } // fine weakguard

func sides(m *http.ServeMux) {
	names := map[string]bool{}
	kept := map[string]limits{"table": inTable{names}, "file": inFile{names}, "careful": careful{inFile{names}}, "partly": partly{inTable{names}}}
	handle := func(method string, do func(in limits, u *auth.User, name string) error) {
		m.Handle(method+" /sides/{place}/{name}", auth.Require(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			in, ok := kept[r.PathValue("place")]
			if !ok {
				http.Error(w, "no such place", http.StatusNotFound)
				return
			}
			if err := do(in, user(r), r.PathValue("name")); err != nil {
				http.Error(w, err.Error(), http.StatusForbidden)
				return
			}
			auth.Done(w, r)
		})))
	}
	handle("PUT", func(in limits, u *auth.User, name string) error { return in.set(u, name) })
	handle("GET", func(in limits, u *auth.User, name string) error { return in.get(u, name) })
	handle("DELETE", func(in limits, u *auth.User, name string) error { return in.remove(u, name) })
}
