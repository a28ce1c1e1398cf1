package app

import (
	"context"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/sse"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// An Output is what all operations answer with.
type Output struct {
	Acted string `header:"X-Acted"`
	Body  struct {
		Text string `json:"text"`
	}
}

func done() (*Output, error) { return &Output{Acted: "yes"}, nil }

// An ID names a thing.
type ID struct {
	ID string `path:"id"`
}

func show(ctx context.Context, in *struct{}) (*Output, error) { return done() }

func remove(ctx context.Context, in *ID) (*Output, error) { return done() }

// Token is a part of inputs.
type Token struct {
	Authorization string `header:"Authorization"`
}

// A Caller is a part of inputs that refuses who is not known.
type Caller struct{ Token }

// Resolve implements [huma.Resolver].
func (c *Caller) Resolve(ctx huma.Context) []error {
	if _, err := auth.Find(c.Authorization); err != nil {
		return []error{huma.Error401Unauthorized("not logged in", err)}
	}
	return nil
}

// A Listed is refused with the errors that it has.
type Listed struct{ Token }

// Resolve implements [huma.Resolver].
func (l Listed) Resolve(ctx huma.Context) (list []error) {
	u, err := auth.Find(ctx.Header("Authorization"))
	if err != nil {
		list = append(list, &denial{http.StatusUnauthorized})
	} else if !u.Has("admin") {
		list = append(list, huma.Error403Forbidden("not allowed"))
	}
	return list
}

// An Even is refused for what it is, whoever sends it.
type Even struct {
	Number int `query:"number"`
}

// Resolve implements [huma.Resolver].
func (e *Even) Resolve(ctx huma.Context) []error {
	if e.Number%2 != 0 {
		return []error{&huma.ErrorDetail{Message: "odd"}}
	}
	return nil
}

func resolved(ctx context.Context, in *struct{ Caller }) (*Output, error) { return done() }

func listed(ctx context.Context, in *Listed) (*Output, error) { return done() }

func even(ctx context.Context, in *Even) (*Output, error) { return done() }

func own(ctx context.Context, in *struct{ Token }) (*Output, error) {
	if _, err := auth.Find(in.Authorization); err != nil {
		return nil, huma.Error401Unauthorized("not logged in")
	}
	return done()
}

func session(ctx context.Context, in *struct {
	Session http.Cookie `cookie:"session"`
}) (*Output, error) {
	if _, err := auth.Find("Bearer " + in.Session.Value); err != nil {
		return nil, huma.NewError(http.StatusUnauthorized, "not logged in")
	}
	return done()
}

func named(ctx context.Context, in *struct{ Token }) (*Output, error) {
	u, err := auth.Find(in.Authorization)
	if err != nil {
		return nil, &denial{http.StatusUnauthorized}
	}
	if !u.Has("admin") {
		return nil, &denial{http.StatusForbidden}
	}
	return done()
}

// A denial is an error of the application's own.
type denial struct{ status int }

func (d *denial) Error() string  { return "denied" }
func (d *denial) GetStatus() int { return d.status }

func wrapped(ctx context.Context, in *struct{ Token }) (*Output, error) {
	if err := check(in.Authorization); err != nil {
		return nil, fmt.Errorf("account: %w", err)
	}
	return done()
}

func check(header string) error {
	u, err := auth.Find(header)
	if err != nil {
		return huma.Error401Unauthorized("not logged in", err)
	}
	if !u.Has("admin") {
		return huma.Error403Forbidden("not allowed")
	}
	return nil
}

// limit asks for nothing that anybody could prove.
func limit(ctx context.Context, in *struct {
	Limit int `query:"limit"`
}) (*Output, error) {
	if in.Limit > 100 {
		return nil, huma.Error422UnprocessableEntity("too much")
	}
	return done()
}

// forgetful makes the error and does not return it.
func forgetful(ctx context.Context, in *struct{ Token }) (*Output, error) {
	if _, err := auth.Find(in.Authorization); err != nil {
		huma.Error401Unauthorized("not logged in")
	}
	return done()
}

// An Event is sent to who listens.
type Event struct{ Text string }

func events(ctx context.Context, in *struct{}, send sse.Sender) {
	send.Data(Event{auth.Current(ctx).Name})
}
