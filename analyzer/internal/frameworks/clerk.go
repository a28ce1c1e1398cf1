package frameworks

// github.com/clerk/clerk-sdk-go/v2. Its middleware is read as it is written; what it leaves
// in the context lies in a package that sees nothing of HTTP (context.go): the claims of
// a token that was verified, and nothing without one.
func clerk() *Framework {
	return &Framework{
		Name:     "clerk",
		Versions: "v2.4.2",
		Effects: symbols(clerkPath, []string{""}, map[string]Effect{
			"SessionClaimsFromContext": {Source: SourceContext, Anonymous: []string{"nil", "false"}},
			"ContextWithSessionClaims": {Keeps: true},
		}),
	}
}

const clerkPath = "github.com/clerk/clerk-sdk-go/v2"
