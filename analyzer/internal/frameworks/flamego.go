package frameworks

// github.com/flamego/flamego. Handlers are functions of any parameters, found by their
// types, in one flat list; each goes on unless the response is written (context.go,
// context.run). What a handler returns is written, but for an error that is nil and an empty
// text (return_handler.go, writeReturnValue). Use is applied when a request comes, to every
// route and to what no route matches; Handlers takes away what was there. A group has what
// is registered while its function runs, on the router itself (router.go, router.Route), a
// combo is a path with handlers for several methods. The same method and path twice is
// a panic.
func flamego() *Framework {
	return &Framework{
		Name:     "flamego",
		Versions: "v1.9.9",
		Limits: []string{
			"The module proxy refuses the module. The sample is checked against a stub that serves, and was served with the module's source.",
			"Before, Action, HandlerWrapper and ReturnHandler are not followed.",
			"Which of the values that were mapped a parameter gets is not followed: it is taken to come from the context.",
			"A status that is given to Redirect is taken for 302.",
			"A text that is returned is taken to be written, also when it is empty and the next handler runs.",
		},
		Packages: []string{flamegoPath, flamegoPath + "/inject"},
		Shapes: map[string]*Shape{
			"flamego": {
				Name: "flamego", Params: []Role{RoleContext}, UntilWritten: true, WritesResults: true, ErrorStatus: 500,
				Inject: map[string]Role{
					flamegoPath + ".Context": RoleContext, flamegoPath + ".Render": RoleWriter,
					"net/http.ResponseWriter": RoleWriter, "net/http.Request": RoleRequest,
				},
			},
		},
		Routers: map[string]*Router{
			"flamego":        {Type: flamegoPath + ".Flame", Shape: "flamego", Bind: Live, Join: JoinConcat},
			"flamego combo":  {Type: flamegoPath + ".ComboRoute", Shape: "flamego", Bind: Live, Join: JoinConcat},
			"flamego router": {Type: flamegoPath + ".Router", Shape: "flamego", Bind: Live, Join: JoinConcat},
		},
		Calls: merge(
			symbols(flamegoPath, []string{""}, map[string]Call{
				"New":           {Op: OpNew, Kind: "flamego"},
				"NewWithLogger": {Op: OpNew, Kind: "flamego"},
				"Classic":       {Op: OpNew, Kind: "flamego", Steps: []string{flamegoPath + ".Logger", flamegoPath + ".Recovery", flamegoPath + ".Static"}},
			}),
			symbols(flamegoPath, []string{"*Flame"}, merge(
				map[string]Call{
					"Use":      {Op: OpUse, Middleware: 1},
					"Handlers": {Op: OpUse, Middleware: 1, Set: "instead"},
				},
				nops("Before", "Action", "Stop", "ReturnHandler"),
				serves("Run"),
			)),
			symbols(flamegoPath, []string{"Router", "*Flame"}, merge(
				verbs(Call{Op: OpRoute, Pattern: 1, Handlers: 2}, macaronVerbs),
				map[string]Call{
					"Route":    {Op: OpRoute, Method: 1, Pattern: 2, Handlers: 3},
					"Routes":   {Op: OpRoute, Pattern: 1, Method: 2, Handlers: 3},
					"Group":    {Op: OpGroup, Pattern: 1, Func: 2, Middleware: 3, Within: true},
					"Combo":    {Op: OpGroup, Kind: "flamego combo", Pattern: 1, Middleware: 2, Within: true, Returns: ReturnsChild},
					"NotFound": {Op: OpFallback, Handlers: 1},
				},
				nops("AutoHead", "HandlerWrapper", "URLPath"),
			)),
			symbols(flamegoPath, []string{"*ComboRoute"}, merge(
				verbs(Call{Op: OpRoute, Handlers: 1, Returns: ReturnsSelf}, macaronVerbs),
				nops("Name"),
			)),
			symbols(flamegoPath, []string{"*Route"}, nops("Name", "Headers", "Match")),
		),
		Effects: merge(
			symbols(flamegoPath, []string{"*Flame", "Router"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
			symbols(flamegoPath, []string{"Render"}, each(Effect{Status: 1}, "JSON", "XML", "Binary", "PlainText")),
			symbols(flamegoPath, []string{"Context"}, merge(
				map[string]Effect{
					"Next":           {Next: true},
					"ResponseWriter": {Role: RoleWriter},
					"Request":        {Role: RoleRequest},
					"Redirect":       {StatusIs: 302},
					"RemoteAddr":     {Source: SourceAddress},
					"Params":         {Source: SourceParam},
					"Cookie":         {Source: SourceCookie, Key: 1},
					"SetCookie":      {Spares: true},
					"URLPath":        {Spares: true},
				},
				each(Effect{Source: SourceParam, Key: 1}, "Param", "ParamInt", "ParamInt64"),
				each(Effect{Source: SourceQuery, Key: 1}, "Query", "QueryTrim", "QueryStrings", "QueryUnescape", "QueryBool", "QueryInt", "QueryInt64", "QueryFloat64"),
			)),
			symbols(flamegoPath, []string{"ResponseWriter"}, map[string]Effect{
				"WriteHeader": {Status: 1, Opens: true},
				"Write":       {Writes: true, Answers: true},
				"Header":      {Spares: true},
				"Written":     {Written: true},
				"Status":      {Spares: true},
				"Size":        {Spares: true},
			}),
			symbols(flamegoPath, []string{"*Request"}, map[string]Effect{"Body": {Source: SourceBody}}),
			symbols(flamegoPath+"/inject", []string{"Injector", "TypeMapper"}, each(Effect{Spares: true}, "Map", "MapTo", "Set")),
		),
	}
}

const flamegoPath = "github.com/flamego/flamego"
