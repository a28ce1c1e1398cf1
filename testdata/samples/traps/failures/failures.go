// Package failures makes errors with a status, and sees nothing of HTTP.
package failures

// An Error says how it is to be answered.
type Error struct {
	Code   int
	Reason string
	Cause  error
}

// New makes an error.
func New(code int, reason string) *Error { return &Error{Code: code, Reason: reason} }

// Unauthorized is for whom nobody knows.
func Unauthorized(reason string) *Error { return New(401, reason) }

// With adds what the error comes from.
func (e *Error) With(cause error) *Error {
	e.Cause = cause
	return e
}

func (e *Error) Error() string { return e.Reason }
