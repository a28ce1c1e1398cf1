package frameworks

// github.com/kataras/iris. A route has one list of handlers, each of which goes on by
// calling Next. A party (a group) copies its parent's list when it is made, a route
// its party's when it is registered (core/router/api_builder.go, Party and
// createRoutes). UseGlobal puts handlers before all of every route that there is, and of
// what its party and the parties made of it later register, but not of parties made
// before. UseRouter is passed before routing by all paths that begin with the prefix of
// its party; of several such parties only that with the longest prefix counts, with
// what it had of its parents when it was made (router.go, buildMainHandlerWithFilters).
// Under execution rules a handler that does not call Next goes on, unless it stops the
// execution (handler_execution_rules.go). The same method and path registered twice: the last one serves.
func iris() *Framework {
	return &Framework{
		Name:     "iris",
		Versions: "v12.2.11",
		Limits: []string{
			"Lists that are given to Party with room for more share it with the party's; who appends to them later is not followed.",
			"Execution rules are taken to be for all handlers, whatever they say.",
			"Controllers (package mvc) and handlers with injected parameters are not followed.",
			"HandleServer, HandleMany, AllowMethods, SetRegisterRule, WrapRouter and subdomains that are given as the path of a party are not followed.",
			"Handlers of error codes (OnErrorCode) are no routes.",
		},
		Packages: []string{irisPath, irisPath + "/core/router", irisPath + "/context"},
		Shapes: map[string]*Shape{
			"iris":        {Name: "iris", Params: []Role{RoleContext}, Explicit: true},
			"iris forced": {Name: "iris forced", Params: []Role{RoleContext}},
		},
		Routers: map[string]*Router{
			"iris":        irisRouter(irisPath + ".Application"),
			"iris party":  irisRouter(irisPath + "/core/router.APIBuilder"),
			"iris router": irisRouter(irisPath + "/core/router.Router"),
		},
		Calls: merge(
			symbols(irisPath, []string{""}, map[string]Call{
				"New":     {Op: OpNew, Kind: "iris"},
				"Default": {Op: OpNew, Kind: "iris", Steps: []string{irisPath + "/middleware/requestid.New", irisPath + "/middleware/recover.New"}},
			}),
			symbols(irisPath, []string{"*Application"}, merge(
				each(Call{Op: OpSelf}, "Configure", "ConfigureHost", "SetName", "SetContextErrorHandler"),
				nops("Logger", "Build", "Shutdown", "RegisterView", "I18nReadOnly", "ConfigurationReadOnly"),
				serves("Listen", "Run"),
			)),
			symbols(irisPath+"/core/router", []string{"*APIBuilder", "Party"}, merge(
				verbs(Call{Op: OpRoute, Pattern: 1, Handlers: 2}, map[string]string{
					"Get": "GET", "Post": "POST", "Put": "PUT", "Patch": "PATCH", "Delete": "DELETE", "Head": "HEAD",
					"Options": "OPTIONS", "Connect": "CONNECT", "Trace": "TRACE", "Any": "*",
				}),
				map[string]Call{
					"Handle":         {Op: OpRoute, Method: 1, Any: []string{"", "ALL", "ANY"}, Pattern: 2, Handlers: 3},
					"HandleDir":      {Op: OpRoute, Methods: []string{"GET", "HEAD"}, Pattern: 1, Suffix: "/{file:path}", Static: "static"},
					"Favicon":        {Op: OpRoute, Methods: []string{"GET", "HEAD"}, Pattern: 2, Static: "static"},
					"StaticContent":  {Op: OpRoute, Methods: []string{"GET", "HEAD"}, Pattern: 1, Static: "static"},
					"Party":          {Op: OpGroup, Kind: "iris party", Pattern: 1, Middleware: 2, Returns: ReturnsChild},
					"PartyFunc":      {Op: OpGroup, Kind: "iris party", Pattern: 1, Func: 2, Returns: ReturnsChild},
					"PartyConfigure": {Op: OpGroup, Kind: "iris party", Pattern: 1, Func: 2, FuncMethod: "Configure", Returns: ReturnsChild},
					"Subdomain":      {Op: OpGroup, Kind: "iris party", Host: 1, Middleware: 2, Returns: ReturnsChild},

					"Use":                {Op: OpUse, Middleware: 1},
					"UseOnce":            {Op: OpUse, Middleware: 1, Set: "once"},
					"UseGlobal":          {Op: OpUse, Middleware: 1, Set: "global"},
					"UseRouter":          {Op: OpUse, Middleware: 1, Set: "before"},
					"Reset":              {Op: OpUse, Set: "none", Returns: ReturnsSelf},
					"ResetRouterFilters": {Op: OpUse, Set: "none", Returns: ReturnsSelf},
					"RemoveHandler":      {Op: OpUse, Set: "fewer", Returns: ReturnsSelf},
					"SetExecutionRules":  {Op: OpUse, Set: "shape", Shape: "iris forced", Returns: ReturnsSelf},
				},
				each(Call{Op: OpSelf}, "SetRoutesNoLog", "SetRegisterRule", "Layout"),
				nops("Done", "DoneGlobal", "UseError", "OnErrorCode", "OnAnyErrorCode", "None", "GetRoutes", "GetRoute", "GetRoutesReadOnly", "GetRouteReadOnly",
					"GetRelPath", "Macros", "Properties", "RegisterDependency", "RegisterView", "FallbackView", "CountHandlers", "Logger", "IsRoot"),
			)),
			symbols(irisPath+"/core/router", []string{"*Route"}, each(Call{Op: OpSelf}, "SetName", "Describe", "ExcludeSitemap", "SetLastMod", "SetChangeFreq", "SetPriority")),
		),
		Effects: irisEffects(),
	}
}

const irisPath = "github.com/kataras/iris/v12"

func irisRouter(typ string) *Router {
	return &Router{Type: typ, Shape: "iris", Bind: Snapshot, Inherit: InheritCopy, Join: JoinPath, Replaces: true, Extends: true}
}
