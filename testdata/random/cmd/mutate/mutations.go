package main

// A mutation breaks one place of what is said of a framework.
type mutation struct {
	// File is in the folder of the frameworks.
	File string
	// Says is what the broken file says of the framework.
	Says string
	// From and To are text; From occurs once.
	From, To string
	// Of is the framework whose tests are run, as the random programs and the
	// samples call it; they may call a part of it by a longer name.
	Of string
}

var mutations = []mutation{
	{
		File: "chi.go", Of: "chi", Says: "With attaches to the mux itself",
		From: `"With":             {Op: OpGroup, Kind: "chi.inline", Middleware: 1, Returns: ReturnsChild}`,
		To:   `"With":             {Op: OpUse, Middleware: 1, Returns: ReturnsSelf}`,
	},
	{
		File: "chi.go", Of: "chi", Says: "an inline mux has the middleware attached after its routes",
		From: `Shape: "http", Bind: Snapshot, Inherit: InheritCopy, Join: JoinMount, Replaces: true, Shares: true`,
		To:   `Shape: "http", Bind: Live, Inherit: InheritCopy, Join: JoinMount, Replaces: true, Shares: true`,
	},
	{
		File: "chi_request.go", Of: "chi", Says: "a path parameter is who sends the request",
		From: `"URLParam":        {Source: SourceParam, Key: 2}`,
		To:   `"URLParam":        {Source: SourceAuth, Key: 2}`,
	},
	{
		File: "echo.go", Of: "echo", Says: "Use does not reach the routes before it",
		From: `Type: path + ".Echo", Shape: name, Bind: Live`,
		To:   `Type: path + ".Echo", Shape: name, Bind: Snapshot`,
	},
	{
		File: "echo.go", Of: "echo", Says: "a group has what its parent is given later",
		From: `Type: path + ".Group", Shape: name, Bind: Snapshot`,
		To:   `Type: path + ".Group", Shape: name, Bind: Live`,
	},
	{
		File: "echo_request.go", Of: "echo", Says: "the error of NewHTTPError has no status of its own",
		From: `"NewHTTPError":             {Error: true, Status: 1}`,
		To:   `"NewHTTPError":             {Error: true}`,
	},
	{
		File: "gin.go", Of: "gin", Says: "Use reaches the routes before it",
		From: `Type: ginPath + ".Engine", Shape: "gin", Bind: Snapshot`,
		To:   `Type: ginPath + ".Engine", Shape: "gin", Bind: Live`,
	},
	{
		File: "bone.go", Of: "bone", Says: "a sub-router is below nothing",
		From: `"SubRoute":       {Op: OpMount, Pattern: 1, Handler: 2, Strip: true},`,
		To:   `"SubRoute":       {Op: OpMount, Handler: 2, Strip: true},`,
	},
	{
		File: "gin_request.go", Of: "gin", Says: "writing ends the chain",
		From: `"JSON": {Status: 1, Aborting: "AbortWithStatusJSON"}`,
		To:   `"JSON": {Status: 1, Abort: true, Refuses: true}`,
	},
	{
		File: "gorilla.go", Of: "gorilla", Says: "Use does not reach the routes before it",
		From: `Shape: "http", Bind: Live`,
		To:   `Shape: "http", Bind: Snapshot`,
	},
	{
		File: "gorilla_request.go", Of: "gorilla", Says: "the name of a route is its pattern",
		From: `"GetName":         {Source: SourceName}`,
		To:   `"GetName":         {Source: SourceRoute}`,
	},
	{
		File: "fasthttp.go", Of: "fasthttp", Says: "a status that is set is not sent",
		From: "\"SetStatusCode\":        {Status: 1, Sets: true}",
		To:   "\"SetStatusCode\":        {Spares: true}",
	},
	{
		File: "fiber.go", Of: "fiber2", Says: "middleware of a group is for all routes, before and after it",
		From: "name + \" group\": {Type: path + \".Group\", Shape: name, Bind: Positional,",
		To:   "name + \" group\": {Type: path + \".Group\", Shape: name, Bind: Live,",
	},
	{
		File: "fiber.go", Of: "fiber3", Says: "a handler goes on although it does not call Next",
		From: "Explicit: true, ",
		To:   "",
	},
	{
		File: "fiber_request.go", Of: "fiber2", Says: "NewError has no status of its own",
		From: "\"NewError\":  {Error: true, Status: 1}",
		To:   "\"NewError\":  {Spares: true}",
	},
	{
		File: "httprouter.go", Of: "httprouter", Says: "handles get no request",
		From: "Params: []Role{RoleWriter, RoleRequest, RoleNone}",
		To:   "Params: []Role{RoleWriter, RoleNone, RoleNone}",
	},
	{
		File: "httptreemux.go", Of: "httptreemux", Says: "a group has what its parent is given later",
		From: "Bind: Snapshot, Inherit: InheritCopy, Join: JoinConcat,",
		To:   "Bind: Snapshot, Inherit: InheritLive, Join: JoinConcat,",
	},
	{
		File: "bunrouter.go", Of: "bunrouter", Says: "Use changes the group that it is called on",
		From: "\"Use\":            {Op: OpGroup, Kind: kind, Middleware: 1, Shape: \"bunrouter\", Returns: ReturnsChild},",
		To:   "\"Use\":            {Op: OpUse, Middleware: 1, Shape: \"bunrouter\", Returns: ReturnsSelf},",
	},
	{
		File: "goji.go", Of: "goji", Says: "the patterns of a SubMux stand for themselves",
		From: "FirstWins: true, Relative: true}",
		To:   "FirstWins: true}",
	},
	{
		File: "gin_request.go", Of: "gin", Says: "nobody knows whether a chain was aborted",
		From: `{Aborted: true}`,
		To:   `{Spares: true}`,
	},
	{
		File: "interests.go", Of: "goa", Says: "the package that compares scopes is not read",
		From: `"goa.design/goa/v3/security":`,
		To:   `"goa.design/goa/v3/insecurity":`,
	},
	{
		File: "ogen.go", Of: "ogen", Says: "what is handed to the security handler is no declaration",
		From: `"SecurityHandler.Handle"`,
		To:   `"SecurityHandler.Secure"`,
	},
	{
		File: "gozero.go", Of: "gozero", Says: "routes are served without the prefix of their list",
		From: "\"WithPrefix\":        {Op: OpOption, Pattern: 1}",
		To:   "\"WithPrefix\":        {Op: OpOption}",
	},
	{
		File: "casbin.go", Of: "authcasbin", Says: "the answer of a policy is about who asks, not about what that one may do",
		From: "each(Effect{Decides: true}",
		To:   "each(Effect{}",
	},
	{
		File: "do.go", Of: "do", Says: "what a scope is given is for all",
		From: ", Keeps: true}",
		To:   "}",
	},
	{
		File: "subcommands.go", Of: "do", Says: "commands are not run",
		From: "Set: \"Execute\"",
		To:   "Set: \"Name\"",
	},
	{
		File: "clerk.go", Of: "authhttp", Says: "everybody has a session",
		From: "\"nil\", \"false\"",
		To:   "\"\", \"\"",
	},
	{
		File: "scs.go", Of: "authhttp", Says: "what a session holds says nothing of who asks",
		From: "Source: SourceSession",
		To:   "Source: SourceContent",
	},
	{
		File: "fx.go", Of: "fx", Says: "what a module decorates is for all",
		From: "Inject: InjectModule, Parts: 2",
		To:   "Inject: InjectBundle, Parts: 2",
	},
	{
		File: "dig.go", Of: "dig", Says: "a name does not tell values of a type apart",
		From: "Set: \"name\", Parts: 1",
		To:   "Set: \"\", Parts: 1",
	},
	{
		File: "gorestful.go", Of: "gorestful", Says: "a filter goes on although it does not call ProcessFilter",
		From: `[]Role{RoleRequest, RoleWriter, RoleNone}, Explicit: true`,
		To:   `[]Role{RoleRequest, RoleWriter, RoleNone}`,
	},
	{
		File: "gorestful.go", Of: "gorestful", Says: "Handle passes the filters of the container",
		From: `Shape: "http", Bare: true}`,
		To:   `Shape: "http"}`,
	},
	{
		File: "hertz.go", Of: "hertz", Says: "AbortWithStatusJSON does not abort",
		From: "\"AbortWithStatusJSON\": {Abort: true, Status: 1, Refuses: true}",
		To:   "\"AbortWithStatusJSON\": {Status: 1, Refuses: true}",
	},
	{
		File: "fuego.go", Of: "fuego", Says: "UnauthorizedError answers as any error does",
		From: `ErrorMethod: "StatusCode", ErrorStatus: 500`,
		To:   `ErrorMethod: "Code", ErrorStatus: 500`,
	},
	{
		File: "huma.go", Of: "huma", Says: "UseMiddleware reaches the operations before it",
		From: `"huma":       {Type: humaPath + ".API", Shape: "huma", Bind: Snapshot`,
		To:   `"huma":       {Type: humaPath + ".API", Shape: "huma", Bind: Live`,
	},
	{
		File: "huma.go", Of: "huma", Says: "a group has no prefixes",
		From: `"NewGroup": {Op: OpGroup, Router: 1, Below: 2, Returns: ReturnsChild}`,
		To:   `"NewGroup": {Op: OpGroup, Router: 1, Returns: ReturnsChild}`,
	},
	{
		File: "huma_request.go", Of: "huma", Says: "WriteErr answers with 200",
		From: `"WriteErr":         {Status: 3, Refuses: true}`,
		To:   `"WriteErr":         {StatusIs: 200}`,
	},
	{
		File: "iris.go", Of: "iris", Says: "a party has what its parent is given later",
		From: `Type: typ, Shape: "iris", Bind: Snapshot`,
		To:   `Type: typ, Shape: "iris", Bind: Live`,
	},
	{
		File: "iris.go", Of: "iris", Says: "parties that are made of one do not share its list",
		From: `Replaces: true, Extends: true}`,
		To:   `Replaces: true}`,
	},
	{
		File: "iris_request.go", Of: "iris", Says: "a parameter of the path is what a middleware has left",
		From: `each(Effect{Source: SourceContext, Key: 1, Of: Recv}, "GetString"`,
		To:   `each(Effect{Source: SourceContext, Key: 1}, "GetString"`,
	},
	{
		File: "macaron.go", Of: "macaron", Says: "a handler that has written goes on",
		From: `UntilWritten: true, `,
		To:   ``,
	},
	{
		File: "macaron.go", Of: "macaron", Says: "Use does not reach the routes before it",
		From: `Type: macaronPath + ".Macaron", Shape: "macaron", Bind: Live`,
		To:   `Type: macaronPath + ".Macaron", Shape: "macaron", Bind: Snapshot`,
	},
	{
		File: "pocketbase.go", Of: "pocketbase", Says: "priorities and names do not count",
		From: `RouterGroup", Shape: "pocketbase", Bind: Live, Join: JoinConcat, Ranked: true`,
		To:   `RouterGroup", Shape: "pocketbase", Bind: Live, Join: JoinConcat`,
	},
	{
		File: "headers.go", Of: "nethttp", Says: "Authorization is no credential",
		From: `"authorization": SourceAuth`,
		To:   `"authorization": SourceContent`,
	},
	{
		File: "nethttp.go", Of: "nethttp", Says: "StripPrefix strips nothing",
		From: `{Op: OpWrap, Pattern: 1, Handler: 2, Strip: true, Shape: "http"}`,
		To:   `{Op: OpWrap, Pattern: 1, Handler: 2, Shape: "http"}`,
	},
	{
		File: "nethttp_request.go", Of: "nethttp", Says: "Error answers with 200",
		From: `"Error":                 {Status: 3, Refuses: true}`,
		To:   `"Error":                 {StatusIs: 200}`,
	},
	{
		File: "tables.go", Of: "nethttp", Says: "a method is that of the value, not of the pointer",
		From: `return "(*" + pkg + "." + recv[1:] + ")." + name`,
		To:   `return "(" + pkg + "." + recv[1:] + ")." + name`,
	},
	{
		File: "grpc.go", Of: "grpc", Says: "UnaryInterceptor stands where its option does",
		From: `Shape: "grpc unary interceptor", Set: "first"`,
		To:   `Shape: "grpc unary interceptor"`,
	},
	{
		File: "grpc.go", Of: "grpc", Says: "streams pass the interceptors of unary methods",
		From: `Explicit: true, For: []string{"grpc unary"}`,
		To:   `Explicit: true`,
	},
	{
		File: "connect.go", Of: "connect", Says: "an interceptor is for unary methods only",
		From: `Shapes: []string{"connect unary interceptor", "connect stream interceptor"}`,
		To:   `Shapes: []string{"connect unary interceptor"}`,
	},
	{
		File: "kratos.go", Of: "kratos", Says: "the operation that a handler sets is not noted",
		From: `"SetOperation":             {Source: SourceRoute, Stores: 2}`,
		To:   `"SetOperation":             {Source: SourceRoute}`,
	},
	{
		File: "twirp.go", Of: "twirp", Says: "who is not known is answered 200",
		From: `"unauthenticated": 401`,
		To:   `"unauthenticated": 200`,
	},
	{
		File: "beego.go", Of: "beego", Says: "a filter behind the handler stands before it",
		From: `"pre", "pre", "", "after", "after"`,
		To:   `"pre", "pre", "", "", ""`,
	},
	{
		File: "beego.go", Of: "beego", Says: "Prepare is not called",
		From: `[]string{"Init", "Prepare"}, []string{"Finish"}`,
		To:   `[]string{"Init"}, []string{"Finish"}`,
	},
	{
		File: "flamego.go", Of: "flamego", Says: "a handler goes on though the response is written",
		From: `UntilWritten: true, WritesResults: true`,
		To:   `WritesResults: true`,
	},
	{
		File: "goswagger.go", Of: "goswagger", Says: "the answer of a handler is not followed",
		From: `, Renders: "WriteResponse"`,
		To:   ``,
	},
	{
		File: "gf.go", Of: "gf", Says: "a group's middleware is for the routes before it too",
		From: `Bind: Snapshot, Inherit: InheritCopy`,
		To:   `Bind: Live, Inherit: InheritLive`,
	},
	{
		File: "gf.go", Of: "gf", Says: "the tag of a function's input names no methods",
		From: `Tag: []string{"path", "method"}`,
		To:   `Tag: []string{"path", "verb"}`,
	},
	{
		File: "supertokens.go", Of: "supertokens", Says: "a session is always required",
		From: `Required: "SessionRequired"`,
		To:   `Required: "Required"`,
	},
	{
		File: "supertokens.go", Of: "supertokens", Says: "a session is all that is asked for",
		From: `, More: "OverrideGlobalClaimValidators"`,
		To:   ``,
	},
	{
		File: "authboss.go", Of: "authboss", Says: "there is somebody in every session",
		From: `Key: 2, Anonymous: []string{"zero", "false"}}
	user`,
		To: `Key: 2, Anonymous: []string{"zero", "true"}}
	user`,
	},
	{
		File: "authboss.go", Of: "authboss", Says: "looking nobody up is no error",
		From: `Anonymous: []string{"nil", "error"}`,
		To:   `Anonymous: []string{"nil", "nil"}`,
	},
	{
		File: "goyave.go", Of: "goyave", Says: "what a router says is not taken back",
		From: `"RemoveMeta":       as(OpUse, noMore, ReturnsSelf)`,
		To:   `"RemoveMeta":       {Op: OpSelf}`,
	},
	{
		File: "goyave.go", Of: "goyave", Says: "global middleware is for the router's own routes",
		From: `Init: "Init", Set: "global"`,
		To:   `Init: "Init"`,
	},
	{
		File: "routegroup.go", Of: "routegroup", Says: "With attaches to the group itself",
		From: `{Op: OpGroup, Kind: "routegroup group", First: 1, Middleware: 2, Returns: ReturnsChild}`,
		To:   `{Op: OpUse, First: 1, Middleware: 2, Returns: ReturnsSelf}`,
	},
	{
		File: "twirp.go", Of: "twirp", Says: "the code of an error says no status",
		From: `"NewError":                      {Error: true, Status: 1, Codes: twirpCodes}`,
		To:   `"NewError":                      {Error: true}`,
	},
}
