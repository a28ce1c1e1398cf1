package frameworks

// gopkg.in/macaron.v1. Handlers are functions of any parameters, found by their types,
// in one flat list; each goes on unless the response is written (context.go,
// Context.run). What a handler returns is written, but for an error that is nil
// (return_handler.go). Use is applied when a request comes, to every route and to what no
// route matches; Handlers takes away what was there. A group has what is registered
// while its function runs, on the router itself (router.go, Router.Group), a combo is
// a pattern with handlers for several methods. The first route with the same method
// and pattern serves.
func macaron() *Framework {
	return &Framework{
		Name:     "macaron",
		Versions: "v1.4.0",
		Limits: []string{
			"Before is not followed.",
			"Which of the values that were mapped a parameter gets is not followed: it is taken to come from the context.",
			"SetURLPrefix is not added to the patterns.",
		},
		Packages: []string{macaronPath},
		Shapes: map[string]*Shape{
			"macaron": {
				Name: "macaron", Params: []Role{RoleContext}, UntilWritten: true, WritesResults: true, ErrorStatus: 500,
				Inject: map[string]Role{macaronPath + ".Context": RoleContext, "net/http.ResponseWriter": RoleWriter, "net/http.Request": RoleRequest},
			},
		},
		Routers: map[string]*Router{
			"macaron":        {Type: macaronPath + ".Macaron", Shape: "macaron", Bind: Live, Join: JoinConcat, FirstWins: true},
			"macaron combo":  {Type: macaronPath + ".ComboRouter", Shape: "macaron", Bind: Live, Join: JoinConcat, FirstWins: true},
			"macaron router": {Type: macaronPath + ".Router", Shape: "macaron", Bind: Live, Join: JoinConcat, FirstWins: true},
		},
		Calls: merge(
			symbols(macaronPath, []string{""}, map[string]Call{
				"New":           {Op: OpNew, Kind: "macaron"},
				"NewWithLogger": {Op: OpNew, Kind: "macaron"},
				"Classic":       {Op: OpNew, Kind: "macaron", Steps: []string{macaronPath + ".Logger", macaronPath + ".Recovery"}},
			}),
			symbols(macaronPath, []string{"*Macaron"}, merge(
				map[string]Call{
					"Use":      {Op: OpUse, Middleware: 1},
					"Handlers": {Op: OpUse, Middleware: 1, Set: "instead"},
				},
				nops("Before", "Action", "SetURLPrefix", "SetDefaultCookieSecret"),
				serves("Run"),
			)),
			symbols(macaronPath, []string{"*Router"}, merge(
				verbs(Call{Op: OpRoute, Pattern: 1, Handlers: 2}, macaronVerbs),
				map[string]Call{
					"Handle":   {Op: OpRoute, Method: 1, Pattern: 2, Handlers: 3},
					"Route":    {Op: OpRoute, Pattern: 1, Method: 2, Handlers: 3},
					"Group":    {Op: OpGroup, Pattern: 1, Func: 2, Middleware: 3, Within: true},
					"Combo":    {Op: OpGroup, Kind: "macaron combo", Pattern: 1, Middleware: 2, Within: true, Returns: ReturnsChild},
					"NotFound": {Op: OpFallback, Handlers: 1},
				},
				nops("InternalServerError", "SetAutoHead", "SetHandlerWrapper", "URLFor"),
			)),
			symbols(macaronPath, []string{"*ComboRouter"}, merge(
				verbs(Call{Op: OpRoute, Handlers: 1, Returns: ReturnsSelf}, macaronVerbs),
				nops("Name"),
			)),
			symbols(macaronPath, []string{"*Route"}, nops("Name")),
		),
		Effects: macaronEffects(),
		Fields: map[string]Part{
			"context.Req":     {Role: RoleRequest},
			"context.Resp":    {Role: RoleWriter},
			"context.Data":    {Source: SourceContext},
			"request.Request": {Role: RoleRequest},
		},
	}
}

const macaronPath = "gopkg.in/macaron.v1"

var macaronVerbs = map[string]string{
	"Get": "GET", "Post": "POST", "Put": "PUT", "Patch": "PATCH", "Delete": "DELETE", "Head": "HEAD", "Options": "OPTIONS", "Any": "*",
}

func macaronEffects() map[string]Effect {
	return merge(
		symbols(macaronPath, []string{"*Macaron", "*Router"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
		symbols(macaronPath, []string{"*Context", "Render", "*DummyRender", "*TplRender"}, merge(
			each(Effect{Status: 1}, "JSON", "HTML", "HTMLSet", "PlainText", "RawData", "XML"),
			map[string]Effect{
				"Error":  {Status: 1, Refuses: true},
				"Status": {Status: 1, Opens: true},
			},
		)),
		symbols(macaronPath, []string{"*Context"}, merge(
			map[string]Effect{
				"Next":                 {Next: true},
				"Written":              {Written: true},
				"Redirect":             {StatusIs: 302},
				"Params":               {Source: SourceParam, Key: 1},
				"AllParams":            {Source: SourceParam},
				"RemoteAddr":           {Source: SourceAddress},
				"GetCookie":            {Source: SourceCookie, Key: 1},
				"GetSecureCookie":      {Source: SourceCookie, Key: 1, Anonymous: []string{"zero", "false"}},
				"GetSuperSecureCookie": {Source: SourceCookie, Key: 2, Anonymous: []string{"zero", "false"}},
				"GetFile":              {Source: SourceBody},
			},
			each(Effect{Source: SourceParam, Key: 1}, "ParamsEscape", "ParamsInt", "ParamsInt64", "ParamsFloat64"),
			each(Effect{Source: SourceQuery, Key: 1}, "Query", "QueryTrim", "QueryStrings", "QueryEscape", "QueryBool", "QueryInt", "QueryInt64", "QueryFloat64"),
			each(Effect{Writes: true}, "ServeContent", "ServeFileContent", "ServeFile"),
			each(Effect{Spares: true}, "SetCookie", "SetSecureCookie", "SetSuperSecureCookie", "SetParams", "ReplaceAllParams", "SaveToFile"),
		)),
		symbols(macaronPath, []string{"ResponseWriter"}, map[string]Effect{
			"WriteHeader": {Status: 1, Opens: true},
			"Write":       {Writes: true, Answers: true},
			"Header":      {Spares: true},
			"Written":     {Written: true},
			"Status":      {Spares: true},
		}),
		symbols("github.com/go-macaron/inject", []string{"Injector", "TypeMapper"}, each(Effect{Spares: true}, "Map", "MapTo", "Set")),
	)
}
