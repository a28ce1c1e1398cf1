package frameworks

// github.com/supertokens/supertokens-golang. session.VerifySession(options, handler) asks its
// server for the session of the request, and refuses with 401 who has none
// (recipe/session/middleware.go, VerifySessionHelper; supertokens/supertokens.go,
// superTokens.errorHandler), unless SessionRequired of the options points to false: then the
// handler is called without one (recipe/session/recipeImplementation.go). Whose session does not
// have what OverrideGlobalClaimValidators asks for is refused with 403
// (recipe/session/utils.go, sendInvalidClaimResponse). The handler finds the session in the
// context. session.GetSession does the same without a handler, and leaves the error to the
// caller, who gives it to ErrorHandler. OPTIONS and TRACE pass VerifySession
// (recipe/session/apiImplementation.go). supertokens.Middleware answers what is below the
// base path of the API itself, if a recipe knows it, and passes everything else on.
func supertokens() *Framework {
	const path, session = "github.com/supertokens/supertokens-golang/supertokens", "github.com/supertokens/supertokens-golang/recipe/session"
	ask := &Ask{Required: "SessionRequired", More: "OverrideGlobalClaimValidators"}
	by := func(options Arg) *Ask {
		one := *ask
		one.Options = options
		return &one
	}
	return &Framework{
		Name:     "supertokens",
		Versions: "v0.25.2",
		Limits: []string{
			"The module proxy refuses the module. The sample is checked against a stub that serves. The module's own source needs a server of sessions, and was not served.",
			"The routes of its own, which its middleware answers, are not listed.",
			"Validators of claims are not read: what OverrideGlobalClaimValidators names is taken for what is asked for, also if it takes validators away.",
			"Statuses, error handlers and functions that the configuration overrides are not followed: 401 and 403 are what it answers by itself.",
			"Requests with the methods OPTIONS and TRACE pass VerifySession; a route for any method is judged by the others.",
		},
		Packages: []string{path, session},
		Calls: merge(
			symbols(path, []string{""}, map[string]Call{
				"Init":       {Op: OpNop},
				"Middleware": {Op: OpWrap, Shape: "http", Handler: 1},
			}),
			symbols(session, []string{""}, map[string]Call{
				"VerifySession": {Op: OpWrap, Shape: "http", Handler: 2, Asks: by(1)},
			}),
		),
		Effects: merge(
			symbols(path, []string{""}, map[string]Effect{"ErrorHandler": {StatusIs: 401, Answers: true}}),
			symbols(session, []string{""}, map[string]Effect{
				"GetSession":                       {Asks: by(3)},
				"GetSessionFromRequestContext":     {Source: SourceContext, Anonymous: []string{"nil"}},
				"CreateNewSession":                 {Spares: true},
				"RefreshSession":                   {Source: SourceCookie, Anonymous: []string{"nil", "error"}},
				"GetSessionWithoutRequestResponse": {Source: SourceContext, Anonymous: []string{"nil", "error"}},
			}),
		),
	}
}
