// Package kit is what the generated programs are made with: the marks that their
// middleware and handlers leave, and the users they know.
package kit

import (
	"context"
	"errors"
	"net/http"
	"os"
	"strings"
	"sync"
)

// TraceHeader names the request's trace.
const TraceHeader = "X-Trace"

// A Trace is what a request did: the marks in the order in which they were left,
// and whether a handler acted.
type Trace struct {
	Marks []string
	Acted bool
}

// An Input is the request as frameworks hand it to functions that see no request.
type Input struct {
	Authorization string `header:"Authorization"`
	Trace         string `header:"X-Trace"`
}

var (
	mu     sync.Mutex
	traces = map[string]*Trace{}
)

// Begin starts the trace of that name anew.
func Begin(name string) *Trace {
	mu.Lock()
	defer mu.Unlock()
	t := &Trace{}
	traces[name] = t
	return t
}

func note(r *http.Request, f func(*Trace)) {
	mu.Lock()
	defer mu.Unlock()
	if t := traces[r.Header.Get(TraceHeader)]; t != nil {
		f(t)
	}
}

// Mark notes that the request reached the function of that name.
func Mark(r *http.Request, name string) {
	note(r, func(t *Trace) { t.Marks = append(t.Marks, name) })
}

// Act notes that a handler acted.
func Act(r *http.Request) {
	note(r, func(t *Trace) { t.Acted = true })
}

// A User is somebody known.
type User struct {
	Name  string
	Roles []string
}

var users = map[string]*User{
	"user":  {Name: "user"},
	"admin": {Name: "admin", Roles: []string{"admin", "editor"}},
}

// Can reports whether the user has the role.
func (u *User) Can(role string) bool {
	for _, r := range u.Roles {
		if r == role {
			return true
		}
	}
	return false
}

// Errors of [Check] and [Authorize].
var (
	ErrNobody    = errors.New("not logged in")
	ErrForbidden = errors.New("not allowed")
)

// Token is the bearer token of the request, or "".
func Token(r *http.Request) string {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return ""
	}
	return token
}

// Find returns who sent the request, or nil.
func Find(r *http.Request) *User { return users[Token(r)] }

// Lookup returns who sent the request.
func Lookup(r *http.Request) (*User, bool) {
	u, ok := users[Token(r)]
	return u, ok
}

// Known reports whether the sender is known.
func Known(r *http.Request) bool { return Find(r) != nil }

// Check returns an error unless the sender is known.
func Check(r *http.Request) error {
	if Find(r) == nil {
		return ErrNobody
	}
	return nil
}

// Verify returns who sent the request.
func Verify(r *http.Request) (*User, error) {
	u := Find(r)
	if u == nil {
		return nil, ErrNobody
	}
	return u, nil
}

// modes are ways to know the sender.
var modes = map[string]func(*http.Request) bool{"": Known}

// Opaque reports whether the sender is known in the way that the environment asks
// for, which nobody knows who only reads the program.
func Opaque(r *http.Request) bool { return modes[os.Getenv("RANDOM_OPAQUE")](r) }

// Has reports whether the sender has the role.
func Has(r *http.Request, role string) bool {
	u := Find(r)
	return u != nil && u.Can(role)
}

// Authorize returns an error unless the sender has the role.
func Authorize(r *http.Request, role string) error {
	u, err := Verify(r)
	if err != nil {
		return err
	}
	if !u.Can(role) {
		return ErrForbidden
	}
	return nil
}

type key struct{}

// With puts the user into the context.
func With(ctx context.Context, u *User) context.Context { return context.WithValue(ctx, key{}, u) }

// From is the user in the context, or nil.
func From(ctx context.Context) *User {
	u, _ := ctx.Value(key{}).(*User)
	return u
}
