package frameworks

// fiberSessions is the package session of fiber (session.go; in v3 also middleware.go, which has one session for the request). There
// is one for everybody, and it has nothing in it for who has none.
func fiberSessions(path string) map[string]Effect {
	return symbols(path+"/middleware/session", []string{"*Session", "*Middleware"}, merge(
		map[string]Effect{"Get": {Source: SourceSession, Key: 1, Anonymous: []string{"nil"}}},
		each(Effect{Spares: true}, "Set", "Delete", "Destroy", "Regenerate", "Reset", "Save", "SetExpiry", "SetIdleTimeout", "Release", "Fresh", "ID", "Keys"),
	))
}
