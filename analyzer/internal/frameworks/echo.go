package frameworks

// github.com/labstack/echo, v4 and v5. Echo.Pre and Echo.Use are applied when a
// request comes, around everything. A group hands its list to a route when the
// route is added and copies it to a subgroup when that is made. A route's own
// middleware comes after its handler in the argument list, the first outermost; in
// v4, a route of Echo itself keeps that list (echo.go, Echo.add).
// The same method and path registered twice: the last one serves.
func echo4() *Framework {
	const path = "github.com/labstack/echo/v4"
	return echo("echo v4", "v4.16.0", path, []Role{RoleNone, RoleContext}, "", true, echoEffects(path, "Context"))
}

func echo5() *Framework {
	const path = "github.com/labstack/echo/v5"
	return echo("echo v5", "v5.4.4", path, []Role{RoleContext, RoleNone}, "StatusCode", false, echoEffects(path, "*Context"))
}

func echo(name, versions, path string, errorParams []Role, errorMethod string, keepsList bool, effects map[string]Effect) *Framework {
	return &Framework{
		Name:     name,
		Versions: versions,
		Limits: []string{
			"What a group registers for paths that it does not know (RouteNotFound of its own accord) is no route.",
		},
		Packages: []string{path},
		Shapes: map[string]*Shape{
			name: {
				Name: name, Params: []Role{RoleContext}, Wrap: true, ReturnsError: true, ErrorStatus: 500,
				ErrorHandler: "HTTPErrorHandler", ErrorParams: errorParams, ErrorMethod: errorMethod,
				ErrorType: "*" + path + ".HTTPError",
			},
		},
		Routers: map[string]*Router{
			name:            {Type: path + ".Echo", Shape: name, Bind: Live, Join: JoinConcat, Replaces: true, KeepsList: keepsList},
			name + " group": {Type: path + ".Group", Shape: name, Bind: Snapshot, Inherit: InheritCopy, Join: JoinConcat, Replaces: true},
		},
		Calls: merge(
			symbols(path, []string{""}, map[string]Call{
				"New":           {Op: OpNew, Kind: name},
				"NewWithConfig": {Op: OpNew, Kind: name},

				"NewVirtualHostHandler": {Op: OpNew, Kind: name, Hosts: 1},
			}),
			symbols(path, []string{"*Echo", "*Group"}, merge(
				verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2, Middleware: 3}, map[string]string{
					"GET": "GET", "POST": "POST", "PUT": "PUT", "PATCH": "PATCH", "DELETE": "DELETE", "HEAD": "HEAD",
					"OPTIONS": "OPTIONS", "CONNECT": "CONNECT", "TRACE": "TRACE", "QUERY": "QUERY", "Any": "*",
				}),
				map[string]Call{
					"Add":      {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3, Middleware: 4},
					"Match":    {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3, Middleware: 4},
					"File":     {Op: OpRoute, Methods: []string{"GET"}, Pattern: 1, Middleware: 3, Static: "static"},
					"FileFS":   {Op: OpRoute, Methods: []string{"GET"}, Pattern: 1, Middleware: 4, Static: "static"},
					"Static":   {Op: OpRoute, Methods: []string{"GET"}, Pattern: 1, Middleware: 3, Suffix: "*", Static: "static"},
					"StaticFS": {Op: OpRoute, Methods: []string{"GET"}, Pattern: 1, Middleware: 3, Suffix: "*", Static: "static"},
					"AddRoute": {
						Op: OpRoute, Record: 1, Fields: []string{"Method", "Path", "Handler", "Middlewares"},
						Method: 1, Pattern: 2, Handler: 3, Middleware: 4,
					},
					"RouteNotFound": {Op: OpFallback, Pattern: 1, Handler: 2, Middleware: 3},
					"Use":           {Op: OpUse, Middleware: 1},
					"Group":         {Op: OpGroup, Kind: name + " group", Pattern: 1, Middleware: 2, Returns: ReturnsChild},
				},
			)),
			symbols(path, []string{"*Echo"}, merge(
				map[string]Call{
					"Pre":  {Op: OpUse, Middleware: 1, Set: "pre"},
					"Host": {Op: OpGroup, Kind: name + " group", Host: 1, Middleware: 2, Returns: ReturnsChild},
				},
				nops("Routes", "Router", "Routers", "Reverse", "URI", "URL", "NewContext", "AcquireContext", "ReleaseContext",
					"Shutdown", "Close", "DefaultHTTPErrorHandler", "OnAddRouteHandler"),
				serves("Start", "StartTLS", "StartAutoTLS", "StartServer", "StartH2CServer"),
			)),
			symbols(path, []string{"StartConfig"}, map[string]Call{
				"Start":    {Op: OpServe, Handler: 2},
				"StartTLS": {Op: OpServe, Handler: 2},
			}),
		),
		Effects: effects,
		Fields:  map[string]Part{"writer.Committed": {Written: true}},
		Errors:  echoErrors(path),
	}
}
