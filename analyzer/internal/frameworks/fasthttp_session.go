package frameworks

const fastSessionPath = "github.com/fasthttp/session/v2"

// fasthttpSessions is github.com/fasthttp/session (v2): there is a session for every request, new for those that have none, and
// what it keeps under a key is nil until the program has put something there (session.go, Get; store.go).
func fasthttpSessions() map[string]Effect {
	return merge(
		symbols(fastSessionPath, []string{"*Session"}, merge(
			map[string]Effect{"Get": {Role: RoleSession, Anonymous: []string{"", ""}}},
			each(Effect{Spares: true}, "Save", "Destroy", "Regenerate", "SetProvider"),
		)),
		symbols(fastSessionPath, []string{"*Store"}, merge(
			each(Effect{Source: SourceSession, Key: 1, Anonymous: []string{"nil"}}, "Get", "GetBytes"),
			each(Effect{Spares: true}, "Set", "SetBytes", "Delete", "DeleteBytes", "Flush", "GetExpiration", "SetExpiration", "HasExpirationChanged", "GetSessionID", "SetSessionID"),
		)),
	)
}
