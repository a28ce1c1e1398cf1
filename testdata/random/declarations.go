package random

import "strings"

// withOf makes one list of middleware and a handler, which are of one type.
func withOf(handler string) string {
	return strings.ReplaceAll(`
func With(h Handler, args ...Handler) []Handler {
	chain := make([]Handler, 0, len(args)+1)
	chain = append(chain, args...)
	return append(chain, h)
}
`, "Handler", handler)
}

// plain makes a handler of net/http of one of httprouter's.
const plain = `
func Plain(h httprouter.Handle) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h(w, r, nil) })
}
`

// What fiber's programs share.
const (
	fiberAny = `
func Any(args ...fiber.Handler) []any {
	var out []any
	for _, h := range args {
		out = append(out, h)
	}
	return out
}
`
	fiberTwo = `
func Mount(r fiber.Router, prefix string, app *fiber.App) { r.Mount(prefix, app) }
` + fiberAny
	fiberThree = fiberAny + `
func Mount(r fiber.Router, prefix string, app *fiber.App) { r.Use(prefix, app) }
`
)

// Ways to put middleware around a handler, the first one outermost.
const (
	wrapUp = `
func Wrap(h http.Handler, args ...func(http.Handler) http.Handler) http.Handler {
	for i := range args {
		h = args[len(args)-1-i](h)
	}
	return h
}
`
	wrapDown = `
func Wrap(h http.Handler, args ...func(http.Handler) http.Handler) http.Handler {
	for i := len(args) - 1; i >= 0; i-- {
		h = args[i](h)
	}
	return h
}
`
	wrapBackward = `
func Wrap(h http.Handler, args ...func(http.Handler) http.Handler) http.Handler {
	for _, m := range slices.Backward(args) {
		h = m(h)
	}
	return h
}
`
	wrapRecursive = `
func Wrap(h http.Handler, args ...func(http.Handler) http.Handler) http.Handler {
	if len(args) == 0 {
		return h
	}
	return args[0](Wrap(h, args[1:]...))
}
`
)
