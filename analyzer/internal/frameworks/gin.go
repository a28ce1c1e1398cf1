package frameworks

// github.com/gin-gonic/gin. Handlers and middleware are one flat list; each goes
// on unless it aborts. A group copies its parent's list when it is made, a route
// copies its group's list when it is registered: nothing attached later reaches
// either. Only what serves unmatched requests is put together anew at each Use
// of the engine. The last of a route's handlers is the endpoint by convention.
func gin() *Framework {
	return &Framework{
		Name:     "gin",
		Versions: "v1.12.0",
		Limits: []string{
			"A request that is routed once more (HandleContext) is unknown.",
		},
		Packages: []string{"github.com/gin-gonic/gin"},
		Shapes: map[string]*Shape{
			"gin": {Name: "gin", Params: []Role{RoleContext}},
		},
		Routers: map[string]*Router{
			"gin.engine": {Type: ginPath + ".Engine", Shape: "gin", Bind: Snapshot, Inherit: InheritCopy, Join: JoinClean, Cleans: "RemoveExtraSlash"},
			"gin.group":  {Type: ginPath + ".RouterGroup", Shape: "gin", Bind: Snapshot, Inherit: InheritCopy, Join: JoinClean},
		},
		Calls: merge(
			symbols(ginPath, []string{""}, map[string]Call{
				"New":     {Op: OpNew, Kind: "gin.engine"},
				"Default": {Op: OpNew, Kind: "gin.engine", Steps: []string{ginPath + ".Logger", ginPath + ".Recovery"}},
			}),
			symbols(ginPath, ginRouters, verbs(Call{Op: OpRoute, Pattern: 1, Handlers: 2, Returns: ReturnsSelf}, map[string]string{
				"GET": "GET", "POST": "POST", "PUT": "PUT", "PATCH": "PATCH", "DELETE": "DELETE", "HEAD": "HEAD",
				"OPTIONS": "OPTIONS", "Any": "*",
			})),
			symbols(ginPath, ginRouters, map[string]Call{
				"Handle":       {Op: OpRoute, Method: 1, Pattern: 2, Handlers: 3, Returns: ReturnsSelf},
				"Match":        {Op: OpRoute, Method: 1, Pattern: 2, Handlers: 3, Returns: ReturnsSelf},
				"Use":          {Op: OpUse, Middleware: 1, Returns: ReturnsSelf},
				"Group":        {Op: OpGroup, Kind: "gin.group", Pattern: 1, Middleware: 2, Returns: ReturnsChild},
				"Static":       {Op: OpRoute, Methods: []string{"GET", "HEAD"}, Pattern: 1, Suffix: "/*filepath", Static: "static", Returns: ReturnsSelf},
				"StaticFS":     {Op: OpRoute, Methods: []string{"GET", "HEAD"}, Pattern: 1, Suffix: "/*filepath", Static: "static", Returns: ReturnsSelf},
				"StaticFile":   {Op: OpRoute, Methods: []string{"GET", "HEAD"}, Pattern: 1, Static: "static", Returns: ReturnsSelf},
				"StaticFileFS": {Op: OpRoute, Methods: []string{"GET", "HEAD"}, Pattern: 1, Static: "static", Returns: ReturnsSelf},
				"BasePath":     {Op: OpNop},
			}),
			symbols(ginPath, []string{"*Engine"}, merge(
				map[string]Call{
					"NoRoute":  {Op: OpFallback, Handlers: 1, Late: true},
					"NoMethod": {Op: OpNop},
					"Handler":  {Op: OpSelf},
					"With":     {Op: OpSelf},
				},
				nops("Routes", "SetTrustedProxies", "SetHTMLTemplate", "SetFuncMap", "LoadHTMLGlob", "LoadHTMLFiles", "LoadHTMLFS",
					"Delims", "SecureJsonPrefix", "HandleContext"),
				serves("Run", "RunTLS", "RunFd", "RunQUIC"),
				map[string]Call{
					"RunUnix":     {Op: OpServe, Handler: Recv, Local: true},
					"RunListener": {Op: OpServe, Handler: Recv, Listener: 1},
				},
			)),
		),
		Effects: ginEffects(),
		Fields:  ginFields(),
	}
}

const ginPath = "github.com/gin-gonic/gin"

var ginRouters = []string{"*RouterGroup", "*Engine", "IRouter", "IRoutes"}

// nops are methods that change no route.
func nops(names ...string) map[string]Call {
	out := map[string]Call{}
	for _, n := range names {
		out[n] = Call{Op: OpNop}
	}
	return out
}

// serves are methods by which a router serves itself.
func serves(names ...string) map[string]Call {
	out := map[string]Call{}
	for _, n := range names {
		out[n] = Call{Op: OpServe, Handler: Recv}
	}
	return out
}
