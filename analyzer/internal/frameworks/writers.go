package frameworks

// Packages that wrap response writers, for loggers and the like. What they return
// is the response; of the many types that github.com/felixge/httpsnoop makes, one
// for each set of optional methods, no body need be read.
func writers() *Framework {
	return &Framework{
		Name:     "response writers",
		Versions: "httpsnoop v1.0.4",
		Effects: symbols("github.com/felixge/httpsnoop", []string{""}, map[string]Effect{
			"Wrap":           {Role: RoleWriter},
			"CaptureMetrics": {Handler: 1},
		}),
	}
}
