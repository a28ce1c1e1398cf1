package frameworks

// github.com/alexedwards/scs/v2. Its middleware is read as it is written. It makes a session for
// everybody, under a key of the context that is made when the program starts (session.go), and
// what the methods read is in that session (data.go): nothing, for who has none.
func scs() *Framework {
	read := func(nothing string) Effect {
		return Effect{Source: SourceSession, Key: 2, Anonymous: []string{nothing}}
	}
	return &Framework{
		Name:     "scs",
		Versions: "v2.9.0",
		Limits: []string{
			"What a handler puts into the session is not found again by what is called after it in the same request.",
		},
		Effects: symbols(scsPath, []string{"*SessionManager"}, merge(
			each(read("nil"), "Get", "Pop", "GetBytes", "PopBytes", "GetTime", "PopTime"),
			each(read("zero"), "GetString", "PopString", "GetInt", "GetInt32", "GetInt64", "GetFloat", "PopInt", "PopFloat", "GetBool", "PopBool"),
			each(read("false"), "Exists"),
			each(Effect{Spares: true}, "Put", "Remove", "Clear", "Destroy", "RenewToken", "MergeSession", "RememberMe", "SetDeadline", "Deadline", "Status", "Commit"),
		)),
	}
}

const scsPath = "github.com/alexedwards/scs/v2"
