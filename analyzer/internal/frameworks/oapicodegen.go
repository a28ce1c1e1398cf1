package frameworks

// github.com/oapi-codegen/oapi-codegen. What it writes is ordinary code, and is read as such.
// Before it calls what stands around an operation, and the operation, it puts the scopes of
// every scheme that the document names for it into the context, under "<scheme>.Scopes"
// (pkg/codegen/templates/*/…-middleware.tmpl), and looks at nothing: that is for the middleware
// that the application gives it.
func oapiCodegen() *Framework {
	return &Framework{
		Name:     "oapi-codegen",
		Versions: "v2.8.2",
		Limits: []string{
			"An alternative of the security that asks for nothing leaves no trace in what is written, so what is declared may be optional.",
		},
		Handed: []Handed{{Key: ".Scopes"}},
	}
}
