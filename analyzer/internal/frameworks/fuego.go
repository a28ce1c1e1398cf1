package frameworks

// github.com/go-fuego/fuego. Its server is a wrapper of net/http's ServeMux, written
// in plain Go, and is executed as it is: Use and the options of routes append to lists that
// Register wraps around the handler when the route is registered (net_http_mux.go); a
// group is a copy of the server, lists included, as they are then; the global middleware is
// put around the mux by Run (serve.go). What the tables say is how a controller becomes a
// handler (serve.go, HTTPHandler), what its context reads, and what need not be executed because
// it only describes. A returned error answers with its StatusCode (errors.go),
// also when it is wrapped, or with 500. OptionSecurity is documentation, and rule contract
// holds it against the chain.
func fuego() *Framework {
	return &Framework{
		Name:     "fuego",
		Versions: "v0.19.0",
		Limits: []string{
			"The statuses that an application's own ErrorHandler or ErrorSerializer chooses are not followed: errors answer with their own.",
			"What InTransform of a body refuses is not followed: it is no guard.",
		},
		Packages: []string{fuegoPath, fuegoPath + "/option"},
		Along:    map[string][]string{fuegoPath + ".NewServer": {"(*" + fuegoPath + ".Server).Run", "(*" + fuegoPath + ".Server).RunTLS"}},
		Shapes: map[string]*Shape{
			"fuego": {
				Name: "fuego", Params: []Role{RoleContext}, ReturnsError: true, ErrorMethod: "StatusCode", ErrorStatus: 500, ErrorUnwraps: true,
			},
		},
		Calls: merge(
			symbols(fuegoPath, []string{""}, merge(
				map[string]Call{"HTTPHandler": {Op: OpWrap, Handler: 2, HandlerShape: "fuego", Shape: "http"}},
				nops("FuncName", "NewSecurity"),
				each(Call{Op: OpOption}, "OptionParam", "OptionQuery", "OptionQueryInt", "OptionQueryBool", "OptionQueryArray", "OptionHeader", "OptionCookie", "OptionPath",
					"OptionResponseHeader", "OptionTags", "OptionTagInfo", "OptionSummary", "OptionDescription", "OptionAddDescription", "OptionOverrideDescription",
					"OptionOperationID", "OptionDeprecated", "OptionAddError", "OptionAddResponse", "OptionRequestBody", "OptionDefaultResponse",
					"OptionRequestContentType", "OptionHide", "OptionShow", "OptionDefaultStatusCode"),
				map[string]Call{"OptionSecurity": {Op: OpOption, Secures: 1}},
			)),
			symbols(fuegoPath, []string{"*BaseRoute", "BaseRoute", "*Route", "Route"}, nops("RegisterOpenAPIOperation", "GenerateDefaultDescription", "GenerateDefaultOperationID", "RegisterParams")),
			symbols(fuegoPath, []string{"*Engine"}, nops("OutputOpenAPISpec", "printOpenAPIMessage")),
			symbols(fuegoPath, []string{"*Server"}, nops("printStartupMessage", "url")),
		),
		Effects: merge(
			symbols(fuegoPath, []string{"Context"}, merge(
				map[string]Effect{
					"PathParam":    {Source: SourceParam, Key: 1},
					"PathParamInt": {Source: SourceParam, Key: 1},
					"QueryParam":   {Source: SourceQuery, Key: 1},
					"Cookie":       {Source: SourceCookie, Key: 1, Anonymous: []string{"nil", "error"}},
					"Header":       {Source: SourceHeader, Key: 1},
					"Context":      {Source: SourceRequest},
					"Request":      {Role: RoleRequest},
					"Response":     {Role: RoleWriter},
					"SetStatus":    {Status: 1, Opens: true},
					"Redirect":     {Status: 1},
					"Value":        {Source: SourceContext, Key: 1},
				},
				each(Effect{Source: SourceParam}, "PathParamIntErr"),
				each(Effect{Source: SourceQuery}, "QueryParamArr", "QueryParamInt", "QueryParamIntErr", "QueryParamBool", "QueryParamBoolErr", "QueryParams"),
				each(Effect{Source: SourceBody}, "Body", "MustBody", "Params", "MustParams"),
				each(Effect{Source: SourceContent}, "MainLang", "MainLocale"),
				each(Effect{Spares: true}, "Render", "SetCookie", "SetHeader"),
			)),
			symbols(fuegoPath, []string{""}, each(Effect{Status: 3, StatusBy: "StatusCode", Refuses: true}, "SendError", "SendHTMLError", "SendJSONError", "SendTextError", "SendXMLError", "SendYAMLError")),
			symbols(fuegoPath, []string{"ValidableCtx"}, map[string]Effect{
				"HasHeader":     {Source: SourceHeader, Key: 1},
				"HasCookie":     {Source: SourceCookie, Key: 1},
				"HasQueryParam": {Source: SourceQuery, Key: 1},
			}),
		),
	}
}

const fuegoPath = "github.com/go-fuego/fuego"
