// Package errs has the errors of the application, of a type that it keeps to itself. It sees nothing of HTTP.
package errs

type failure struct {
	text string
	code int
}

// An Error says with which status it is answered.
type Error interface {
	error
	Status() int
}

var (
	NotKnown Error = &failure{text: "who are you?", code: 401}
	NotYours       = &failure{text: "not yours", code: 403}
	NoReason       = &failure{text: "no more is known"}
)

func (f *failure) Error() string { return f.text }

func (f failure) Status() int {
	if f.code == 0 {
		return 200
	}
	return f.code
}
