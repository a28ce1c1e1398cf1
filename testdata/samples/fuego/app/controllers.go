package app

import (
	"fmt"

	"github.com/go-fuego/fuego"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// An Answer is what controllers answer with.
type Answer struct{ Text string }

func done(c fuego.ContextNoBody) (Answer, error) {
	c.SetHeader("X-Acted", "yes")
	return Answer{"done"}, nil
}

func show(c fuego.ContextNoBody) (Answer, error) { return done(c) }

func own(c fuego.ContextNoBody) (Answer, error) {
	if _, err := auth.Find(c.Header("Authorization")); err != nil {
		return Answer{}, fuego.UnauthorizedError{Err: err}
	}
	return done(c)
}

func rights(c fuego.ContextNoBody) (*Answer, error) {
	u, err := auth.Authenticate(c.Request())
	if err != nil {
		return nil, fuego.HTTPError{Status: 401, Err: err}
	}
	if !u.Has("admin") {
		return nil, fuego.ForbiddenError{Title: "not for you"}
	}
	a, err := done(c)
	return &a, err
}

func wrapped(c fuego.ContextNoBody) (Answer, error) {
	if err := check(c.Header("Authorization")); err != nil {
		return Answer{}, fmt.Errorf("account: %w", err)
	}
	return done(c)
}

func check(header string) error {
	if _, err := auth.Find(header); err != nil {
		return fuego.UnauthorizedError{Err: err}
	}
	return nil
}

// forgetful makes the error and does not return it.
func forgetful(c fuego.ContextNoBody) (Answer, error) {
	if _, err := auth.Find(c.Header("Authorization")); err != nil {
		_ = fuego.UnauthorizedError{Err: err}
	}
	return done(c)
}
