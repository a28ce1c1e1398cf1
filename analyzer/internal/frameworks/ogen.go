package frameworks

// github.com/ogen-go/ogen. What it writes is ordinary code, and is read as such: a Server is
// a handler that takes the path apart by itself (oas_router_gen.go, ServeHTTP) and calls a
// method for the operation that it finds. That asks the application's security handler for
// every scheme that the document demands of the operation, and then whether one of the
// alternatives is satisfied (oas_handlers_gen.go); one that is empty always is. The
// middleware and the handler come after that. A scheme that finds no credential is not
// satisfied, without the application being asked. Scopes and roles are handed to the
// application, and nothing else looks at them. An error is answered by the ErrorHandler:
// that of package ogenerrors takes the status from the error's method Code
// (handler.go, ErrorCode), which is 401 for the schemes.
func ogen() *Framework {
	return &Framework{
		Name:     "ogen",
		Versions: "v1.24.0",
		Limits: []string{
			"The parameters of paths have no names: they are {} in the patterns.",
			"An ErrorHandler that looks for the application's errors in those of decoding, too, leaves unknown what is not secured and takes parameters.",
			"The 404 and 405 of the server are no routes; its answers to OPTIONS are.",
		},
		Packages: []string{ogenPath + "/middleware", ogenPath + "/ogenerrors"},
		Handed:   []Handed{{By: "SecurityHandler.Handle", Scopes: []string{"Roles", "Scopes"}}},
		Effects: merge(
			symbols(ogenPath+"/uri", []string{""}, map[string]Effect{
				"NormalizeEscapedPath": {Source: SourcePath, Anonymous: []string{"", "true"}},
			}),
		),
	}
}

const ogenPath = "github.com/ogen-go/ogen"
