// Package pages finds pages for everybody, and adds what those who are known have noted.
package pages

import "context"

// An Error has a status of its own.
type Error struct {
	Code int
	Text string
}

func (e *Error) Error() string { return e.Text }

func Find(ctx context.Context, id, user string) (string, error) {
	if id == "" {
		return "", &Error{404, "no page"}
	}
	return id + user, ctx.Err()
}
