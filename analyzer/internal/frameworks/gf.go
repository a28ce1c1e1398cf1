package frameworks

// github.com/gogf/gf, v2. Handlers and middleware are functions of one flat list, and each
// goes on if it calls Next (ghttp_request_middleware.go). What is given to Use of the server
// is found when a request comes, for every route. A group hands its list to a route when
// that is registered, and copies it to a group when that is made
// (ghttp_server_router_group.go: RouterGroup.GET clones the group). Exit and the
// methods whose names end so do not return; the answer is what was written before. Bind makes
// a route of each method of an object, by the tag of what it takes (ghttp_server_router.go,
// setHandler); what a method returns is kept for a middleware to answer, and so is an error,
// of which the status is mostly 200.
func gf() *Framework {
	return &Framework{
		Name:     "gf",
		Versions: "v2.9.8",
		Limits: []string{
			"The module proxy refuses the module. The sample is checked against a stub, which serves but for what is bound by tags, and was served with the module's source.",
			"Objects that are given to other methods than Bind of a group (BindObject, REST, ALL, Map) are no routes: the place is said to be incomplete. So is one with methods Init and Shut.",
			"Methods without a tag have paths as the server makes them of their names unless SetNameToUriType says otherwise.",
			"Which status an error is answered with is not known.",
			"Middleware for a pattern of its own (BindMiddleware), hooks, domains and BindHandler with a method in its pattern are not followed.",
			"The server that is asked for by its name twice is taken for two.",
			"Middleware that a group is given after its own method Clone or through the result of a registration is not followed.",
		},
		Packages: []string{ghttpPath, gfPath + "/frame/g"},
		Shapes: map[string]*Shape{
			"gf":       {Name: "gf", Params: []Role{RoleContext}, Explicit: true},
			"gf input": {Name: "gf input", Params: []Role{RoleValues, RoleInput}, ReturnsError: true, ErrorStatus: -1}, // see below
		},
		Routers: map[string]*Router{
			"gf":       {Type: ghttpPath + ".Server", Shape: "gf", Bind: Live, Join: JoinMount},
			"gf group": {Type: ghttpPath + ".RouterGroup", Shape: "gf", Bind: Snapshot, Inherit: InheritCopy, Join: JoinPath},
		},
		Calls: merge(
			symbols(ghttpPath, []string{""}, map[string]Call{
				"GetServer": {Op: OpNew, Kind: "gf"},
				"WrapF":     {Op: OpAdapt, Handler: 1},
				"WrapH":     {Op: OpAdapt, Handler: 1},
			}),
			symbols(gfPath+"/frame/g", []string{""}, map[string]Call{"Server": {Op: OpNew, Kind: "gf"}}),
			symbols(ghttpPath, []string{"*Server"}, merge(
				each(Call{Op: OpUse, Middleware: 1}, "Use", "BindMiddlewareDefault"),
				map[string]Call{
					"BindHandler": {Op: OpRoute, Methods: []string{"*"}, Pattern: 1, Handler: 2},
					"Group":       {Op: OpGroup, Kind: "gf group", Pattern: 1, Func: 2, Returns: ReturnsChild},
				},
				serves("Run", "Start"),
				nops("Shutdown", "GetRoutes", "GetOpenApi", "GetListenedPort", "GetListenedAddress", "Status", "Logger", "GetName", "EnableHTTPS",
					"SetAddr", "SetPort", "SetHTTPSAddr", "SetHTTPSPort", "SetListener", "SetTLSConfig", "SetReadTimeout", "SetWriteTimeout",
					"SetIdleTimeout", "SetMaxHeaderBytes", "SetServerAgent", "SetKeepAlive", "SetView", "SetName", "SetSwaggerPath", "SetOpenApiPath",
					"SetSwaggerUITemplate", "SetCookieMaxAge", "SetCookiePath", "SetCookieDomain", "SetLogPath", "SetLogger", "SetLogLevel", "SetLogStdout",
					"SetAccessLogEnabled", "SetErrorLogEnabled", "SetErrorStack", "SetNameToUriType", "SetDumpRouterMap", "SetClientMaxBodySize",
					"SetFormParsingMemory", "SetGraceful", "SetGracefulTimeout", "SetGracefulShutdownTimeout", "SetSessionMaxAge", "SetSessionIdName",
					"SetSessionStorage", "SetSessionCookieOutput", "SetSessionCookieMaxAge", "SetIndexFiles", "SetIndexFolder"),
			)),
			symbols(ghttpPath, []string{"*RouterGroup"}, merge(
				verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2}, map[string]string{
					"GET": "GET", "POST": "POST", "PUT": "PUT", "PATCH": "PATCH", "DELETE": "DELETE", "HEAD": "HEAD", "OPTIONS": "OPTIONS",
					"CONNECT": "CONNECT", "TRACE": "TRACE", "ALL": "*",
				}),
				map[string]Call{
					"Bind": {Op: OpRoute, Handler: 1, Actions: &Actions{
						Tag: []string{"path", "method"}, Forms: map[int]string{1: "gf", 2: "gf input"}, Special: []string{"Init", "Shut"}, Index: "Index",
					}},
					"Middleware": {Op: OpUse, Middleware: 1, Returns: ReturnsSelf},
					"Group":      {Op: OpGroup, Kind: "gf group", Pattern: 1, Func: 2, Returns: ReturnsChild},
				},
			)),
		),
		Fields: map[string]Part{
			"context.Response": {Role: RoleWriter},
			"context.Cookie":   {Source: SourceCookie},
			"context.Session":  {Source: SourceSession},
		},
		Effects: merge(
			symbols(ghttpPath, []string{"*Server"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
			symbols(ghttpPath, []string{""}, map[string]Effect{"RequestFromCtx": {Role: RoleContext}}),
			symbols(gfPath+"/frame/g", []string{""}, map[string]Effect{"RequestFromCtx": {Role: RoleContext}}),
			symbols(ghttpPath, []string{"*middleware"}, map[string]Effect{"Next": {Next: true}}),
			symbols(ghttpPath, []string{"*Cookie"}, map[string]Effect{"Get": {Source: SourceCookie, Key: 1}}),
			symbols(ghttpPath, []string{"*Request"}, merge(
				each(Effect{Ends: true}, "Exit", "ExitAll"),
				map[string]Effect{
					"GetHeader":    {Source: SourceHeader, Key: 1},
					"GetCtxVar":    {Source: SourceContext, Key: 1},
					"SetCtxVar":    {Key: 1, Stores: 2},
					"GetRouter":    {Source: SourceParam, Key: 1},
					"GetRouterMap": {Source: SourceParam},
					"GetClientIp":  {Source: SourceAddress},
					"GetRemoteIp":  {Source: SourceAddress},
					"GetHost":      {Source: SourceHost},
					"GetSessionId": {Source: SourceAuth},
					"Context":      {Source: SourceRequest},
					"GetCtx":       {Source: SourceRequest},
					"SetCtx":       {Spares: true},
				},
				each(Effect{Source: SourceQuery, Key: 1}, "Get", "GetQuery", "GetForm", "GetParam", "GetRequest"),
				each(Effect{Source: SourceBody}, "Parse", "ParseQuery", "ParseForm", "GetBody", "GetBodyString", "GetJson", "GetMap", "GetStruct", "GetUploadFile"),
			)),
			symbols(ghttpPath, []string{"*Response"}, merge(
				each(Effect{Writes: true}, "Write", "Writef", "Writeln", "Writefln", "WriteJson", "WriteJsonP", "WriteXml", "WriteOver", "WriteTpl", "ServeFile", "ServeContent"),
				each(Effect{Writes: true, Ends: true}, "WriteExit", "WritefExit", "WritelnExit", "WriteflnExit", "WriteJsonExit", "WriteJsonPExit", "WriteXmlExit", "WriteOverExit"),
				map[string]Effect{
					"WriteStatus":     {Status: 1, Refuses: true},
					"WriteStatusExit": {Status: 1, Refuses: true, Ends: true},
					"RedirectTo":      {StatusIs: 302},
					"RedirectBack":    {StatusIs: 302},
					"CORS":            {Spares: true},
					"CORSDefault":     {Spares: true},
				},
			)),
			symbols(ghttpPath+"/internal/response", []string{"*BufferWriter"}, map[string]Effect{
				"WriteHeader": {Status: 1, Opens: true},
				"Write":       {Writes: true, Answers: true},
				"Header":      {Spares: true},
			}),
			symbols(gfPath+"/container/gvar", []string{"*Var"}, each(Effect{Keeps: true}, "IsNil", "IsEmpty", "String", "Val", "Interface", "Int", "Int64", "Uint", "Bool", "Strings", "Map")),
		),
	}
}

const (
	gfPath    = "github.com/gogf/gf/v2"
	ghttpPath = gfPath + "/net/ghttp"
)
