package frameworks

// goyave.dev/goyave/v5. Middleware is found when a request comes: the global one of the whole
// tree, then that of the routers from the root down to the route's, then the route's own
// (router.go, Router.requestHandler), so that its order against the routes does not matter.
// GlobalMiddleware on any router is that of the root, because all share one list (Router.Subrouter).
// The routers below are looked through before a router's own routes, and one whose prefix is that
// of the path keeps the request (Router.match). A route for GET is one for HEAD too, and one with
// CORS one for OPTIONS, which the global CORS middleware answers (Router.registerRoute,
// corsMiddleware.Handle). A slash alone adds nothing to a prefix (Router.Subrouter,
// Router.registerRoute).
//
// A handler that writes nothing is answered by the status that was noted first, by its status
// handler, and with 204 if there is none (Response.Status, Router.finalize). What is said of a route under
// a key (SetMeta) middleware may ask for, LookupMeta, which goes up to the root (Route.LookupMeta):
// auth.Handler asks for nobody's credentials unless the route or a router above says true of
// auth.MetaAuth (auth/authenticator.go, Handler.Handle). RemoveMeta takes away what was said
// there, and not what is said above. Components are told of the server (Init) when they
// are given to a router.
func goyave() *Framework {
	note := Call{Set: "note", Key: 1, Value: 2}
	noMore := Call{Set: "note", Key: 1}
	return &Framework{
		Name:     "goyave",
		Versions: "v5.12.1",
		Limits: []string{
			"The module proxy refuses the module. The sample is checked against a stub that serves, and was served with the module's source.",
			"A route that a router above has below the prefix of another router is never found; it is listed all the same.",
			"What ValidateBody and ValidateQuery ask of the input is not followed: who sends something else is refused with 422 before the handler.",
			"The answers to OPTIONS that come with CORS are no routes. With OptionsPassthrough the handler is called for OPTIONS, too.",
			"Status handlers of the program's own are not followed: a refusal has the status that was noted.",
			"The status that WriteDBError notes is not known: it is taken to write nothing.",
			"Maps that a program itself takes out of the field Meta are not followed.",
		},
		Packages: []string{goyavePath, goyavePath + "/auth", goyavePath + "/middleware/parse"},
		Shapes: map[string]*Shape{
			"goyave": {Name: "goyave", Params: []Role{RoleWriter, RoleRequest}, Wrap: true, MiddlewareMethod: "Handle", Silent: 204},
		},
		Routers: map[string]*Router{
			"goyave": {Type: goyavePath + ".Router", Shape: "goyave", Bind: Live, Join: JoinBare, FirstWins: true, ChildrenFirst: true, Notes: true},
		},
		Calls: merge(
			symbols(goyavePath, []string{""}, map[string]Call{
				"New":       {Op: OpNew, Kind: "goyave"},
				"NewRouter": {Op: OpNew, Kind: "goyave"},
			}),
			symbols(goyavePath, []string{"*Server"}, merge(
				map[string]Call{
					"Router":              {Op: OpSelf},
					"RegisterRoutes":      {Op: OpRun, Router: Recv, Func: 1},
					"RegisterStartupHook": {Op: OpRun, Func: 1},
				},
				serves("Start"),
				nops("Stop", "RegisterSignalHook", "RegisterShutdownHook", "RegisterService", "Service", "LookupService", "Config", "DB", "HasDB",
					"CloseDB", "ReplaceDB", "Transaction", "Host", "Port", "BaseURL", "ProxyBaseURL", "IsReady", "ClearStartupHooks", "ClearShutdownHooks"),
			)),
			symbols(goyavePath, []string{"*Component"}, nops("Init", "Server", "Service", "LookupService", "Logger", "DB", "Config", "Lang")),
			symbols(goyavePath, []string{"*Router"}, merge(
				verbs(Call{Op: OpRouteNew, Set: "path", Pattern: 1, Handler: 2, Returns: ReturnsRoute}, goyaveVerbs),
				map[string]Call{
					"Route":            {Op: OpRouteNew, Set: "path", Method: 1, Pattern: 2, Handler: 3, Returns: ReturnsRoute},
					"Static":           {Op: OpRouteNew, Set: "path", Methods: []string{"GET"}, Pattern: 2, Suffix: "{resource:.*}", Static: "static", Returns: ReturnsRoute},
					"Subrouter":        {Op: OpGroup, Kind: "goyave", Pattern: 1, Returns: ReturnsChild},
					"Group":            {Op: OpGroup, Kind: "goyave", Returns: ReturnsChild},
					"Middleware":       {Op: OpUse, Middleware: 1, Init: "Init", Returns: ReturnsSelf},
					"GlobalMiddleware": {Op: OpUse, Middleware: 1, Init: "Init", Set: "global", Returns: ReturnsSelf},
					"Controller":       {Op: OpRun, Router: Recv, Func: 1, Init: "Init", FuncMethod: "RegisterRoutes", Returns: ReturnsSelf},
					"CORS":             {Op: OpSelf},
					"SetMeta":          as(OpUse, note, ReturnsSelf),
					"RemoveMeta":       as(OpUse, noMore, ReturnsSelf),
				},
				nops("StatusHandler", "ClearRegexCache", "GetParent", "GetRoutes", "GetSubrouters", "GetRoute", "LookupMeta", "GetMiddleware"),
			)),
			symbols(goyavePath, []string{"*Route"}, merge(
				each(Call{Op: OpSelf}, "CORS", "ValidateBody", "ValidateQuery"),
				map[string]Call{
					"Name":       {Op: OpRouteSet, Set: "name", Name: 1, Returns: ReturnsRoute},
					"Middleware": {Op: OpRouteSet, Set: "middleware", Middleware: 1, Init: "Init", Returns: ReturnsRoute},
					"SetMeta":    as(OpRouteSet, note, ReturnsRoute),
					"RemoveMeta": as(OpRouteSet, noMore, ReturnsRoute),
				},
			)),
		),
		Fields: map[string]Part{
			"request.User":        {Source: SourceContext, Kept: true},
			"request.Extra":       {Source: SourceContext},
			"request.Data":        {Source: SourceBody},
			"request.Query":       {Source: SourceQuery},
			"request.RouteParams": {Source: SourceParam},
			"request.Route":       {Source: SourceRouting},
		},
		Effects: goyaveEffects(),
	}
}

const goyavePath = "goyave.dev/goyave/v5"

var goyaveVerbs = map[string]string{
	"Get": "GET", "Post": "POST", "Put": "PUT", "Patch": "PATCH", "Delete": "DELETE", "Options": "OPTIONS",
}

// as is a call that does what another one says by an operation.
func as(op Op, c Call, returns Returns) Call {
	c.Op, c.Returns = op, returns
	return c
}

func goyaveEffects() map[string]Effect {
	return merge(
		symbols(goyavePath, []string{"*Router"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
		symbols(goyavePath, []string{"*Route", "*Router"}, map[string]Effect{"LookupMeta": {Record: true, Key: 1}}),
		symbols(goyavePath, []string{"*Route"}, map[string]Effect{
			"GetName":    {Source: SourceName},
			"GetFullURI": {Source: SourceRoute},
		}),
		symbols(goyavePath, []string{"*Response"}, merge(
			each(Effect{Status: 1}, "JSON", "String"),
			each(Effect{Writes: true}, "File", "Download", "Flush"),
			each(Effect{Spares: true}, "Header", "Cookie", "GetStatus", "GetError", "Hijacked", "SetWriter", "IsHeaderWritten"),
			map[string]Effect{
				"Status":       {Status: 1, Sets: true, First: true},
				"Error":        {StatusIs: 500, Sets: true, First: true},
				"WriteHeader":  {Status: 1, Opens: true},
				"Write":        {Writes: true, Answers: true},
				"Writer":       {Role: RoleWriter},
				"WriteDBError": {Some: 1, Spares: true},
			},
		)),
		symbols(goyavePath, []string{"*Request"}, map[string]Effect{
			"Request":       {Role: RoleRequest},
			"WithContext":   {Role: RoleRequest},
			"Context":       {Source: SourceRequest},
			"Method":        {Source: SourceMethod},
			"URL":           {Source: SourceURL},
			"Header":        {Source: SourceHeader},
			"BasicAuth":     {Source: SourceAuth, Header: "Authorization", Anonymous: []string{"name", "zero", "false"}},
			"BearerToken":   {Source: SourceAuth, Header: "Authorization", Anonymous: []string{"zero", "false"}},
			"Cookies":       {Source: SourceCookie},
			"Body":          {Source: SourceBody},
			"Referrer":      {Source: SourceOrigin},
			"RemoteAddress": {Source: SourceAddress},
			"UserAgent":     {Source: SourceContent},
			"ContentLength": {Source: SourceContent},
			"Protocol":      {Source: SourceContent},
		}),
	)
}
