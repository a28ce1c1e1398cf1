package frameworks

// github.com/emicklei/go-restful. A container has web services, each with a root
// path of its own, and a web service has routes. Filters of all three are joined
// when a request comes (container.go, Container.dispatch), so their order against
// the routes does not matter; only a route's own are taken when the finished
// builder is given to WebService.Route (route_builder.go, RouteBuilder.Build). A
// filter goes on by calling ProcessFilter of the chain. What Container.Handle
// registers passes no filter, HandleWithFilter those of the container. The
// default container registers itself on http.DefaultServeMux.
func goRestful() *Framework {
	return &Framework{
		Name:     "go-restful",
		Versions: "v3.14.0",
		Limits: []string{
			"Of two web services whose root paths both begin a path, the longer one serves it alone, also what it has no route for; both are listed.",
			"What is registered on the field ServeMux of a container is not found.",
			"A path that is given to a web service after its routes counts for those that follow only.",
		},
		Packages: []string{restfulPath},
		Shapes: map[string]*Shape{
			"go-restful":        {Name: "go-restful", Params: []Role{RoleRequest, RoleWriter}, Explicit: true},
			"go-restful filter": {Name: "go-restful filter", Params: []Role{RoleRequest, RoleWriter, RoleNone}, Explicit: true},
		},
		Routers: map[string]*Router{
			"go-restful":         {Type: restfulPath + ".Container", Shape: "go-restful", Bind: Live, Join: JoinNone, Subtree: true},
			"go-restful service": {Type: restfulPath + ".WebService", Shape: "go-restful", Bind: Live, Join: JoinSlash, FirstWins: true},
		},
		Zero:    map[string]string{restfulPath + ".WebService": "go-restful service"},
		Globals: map[string]string{restfulPath + ".DefaultContainer": "go-restful"},
		Calls: merge(
			symbols(restfulPath, []string{""}, merge(
				map[string]Call{
					"NewContainer": {Op: OpNew, Kind: "go-restful"},
					"Add":          {Op: OpMount, Handler: 1, On: restfulPath + ".DefaultContainer"},
					"Filter":       {Op: OpUse, Middleware: 1, Shape: "go-restful filter", On: restfulPath + ".DefaultContainer"},
					"init":         {Op: OpImport, On: defaultMux, Patterns: []string{"/"}, Holds: restfulPath + ".DefaultContainer"},
				},
				nops("DefaultResponseContentType", "DefaultRequestContentType", "EnableTracing", "SetLogger", "SetCacheReadEntity"),
			)),
			symbols(restfulPath, []string{"*Container"}, merge(
				map[string]Call{
					"Add":              {Op: OpMount, Handler: 1, Returns: ReturnsSelf},
					"Filter":           {Op: OpUse, Middleware: 1, Shape: "go-restful filter"},
					"Handle":           {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true, Shape: "http", Bare: true},
					"HandleWithFilter": {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true, Shape: "http"},
				},
				nops("Router", "DoNotRecover", "RecoverHandler", "ServiceErrorHandler", "EnableContentEncoding", "RegisteredWebServices"),
			)),
			symbols(restfulPath, []string{"*WebService"}, merge(
				verbs(Call{Op: OpRouteDraft, Set: "path", Pattern: 1, Returns: ReturnsRoute}, restfulVerbs),
				map[string]Call{
					"Method": {Op: OpRouteDraft, Method: 1, Returns: ReturnsRoute},
					"Path":   {Op: OpPrefix, Pattern: 1, Returns: ReturnsSelf},
					"Route":  {Op: OpRouteAdd, Handler: 1, Returns: ReturnsSelf},
					"Filter": {Op: OpUse, Middleware: 1, Shape: "go-restful filter", Returns: ReturnsSelf},
				},
				each(Call{Op: OpSelf}, "Consumes", "Produces", "Doc", "Param", "ApiVersion", "TypeNameHandler"),
				nops("PathParameter", "QueryParameter", "BodyParameter", "HeaderParameter", "FormParameter", "MultiPartFormParameter",
					"Routes", "RootPath", "PathParameters", "Documentation", "Version", "SetDynamicRoutes"),
			)),
			symbols(restfulPath, []string{"*RouteBuilder"}, merge(
				map[string]Call{
					"To":       {Op: OpRouteSet, Set: "handler", Handler: 1, Returns: ReturnsRoute},
					"Method":   {Op: OpRouteSet, Set: "methods", Method: 1, Returns: ReturnsRoute},
					"Path":     {Op: OpRouteSet, Set: "path", Pattern: 1, Returns: ReturnsRoute},
					"Filter":   {Op: OpRouteSet, Set: "middleware", Middleware: 1, Shape: "go-restful filter", Returns: ReturnsRoute},
					"Do":       {Op: OpRouteSet, Func: 1, Returns: ReturnsRoute},
					"If":       {Op: OpRouteSet, Set: "match", Returns: ReturnsRoute},
					"Consumes": {Op: OpRouteSet, Set: "match", Returns: ReturnsRoute},
					"Produces": {Op: OpRouteSet, Set: "match", Returns: ReturnsRoute},
				},
				each(Call{Op: OpSelf}, "Doc", "Notes", "Reads", "Writes", "Param", "Operation", "Returns", "ReturnsError", "ReturnsWithHeaders",
					"DefaultReturns", "Metadata", "AddExtension", "Deprecate", "AllowedMethodsWithoutContentType", "ContentEncodingEnabled"),
			)),
		),
		Roles: map[string]Role{restfulPath + ".Request": RoleRequest, restfulPath + ".Response": RoleWriter},
		Fields: map[string]Part{
			"request.Request":       {Role: RoleRequest},
			"writer.ResponseWriter": {Role: RoleWriter},
		},
		Effects: restfulEffects(),
	}
}

const restfulPath = "github.com/emicklei/go-restful/v3"

var restfulVerbs = map[string]string{
	"GET": "GET", "POST": "POST", "PUT": "PUT", "PATCH": "PATCH", "DELETE": "DELETE", "HEAD": "HEAD", "OPTIONS": "OPTIONS",
}

func restfulEffects() map[string]Effect {
	return merge(
		symbols(restfulPath, []string{"*Container"}, map[string]Effect{
			"ServeHTTP": {Handler: Recv},
			"Dispatch":  {Handler: Recv},
		}),
		symbols(restfulPath, []string{"*FilterChain"}, map[string]Effect{"ProcessFilter": {Next: true}}),
		symbols(restfulPath, []string{""}, map[string]Effect{
			"NewRequest":  {Role: RoleRequest},
			"NewResponse": {Role: RoleWriter},
		}),
		symbols(restfulPath, []string{"*Request", "Request"}, merge(
			map[string]Effect{
				"HeaderParameter": {Source: SourceHeader, Key: 1},
				"QueryParameter":  {Source: SourceQuery, Key: 1},
				"QueryParameters": {Source: SourceQuery, Key: 1},
				"PathParameter":   {Source: SourceParam, Key: 1},
				"PathParameters":  {Source: SourceParam},
				"BodyParameter":   {Source: SourceBody},
				"ReadEntity":      {Source: SourceBody},
				"SetAttribute":    {Key: 1, Stores: 2},
				"Attribute":       {Source: SourceContext, Key: 1},
			},
			map[string]Effect{
				"SelectedRoutePath": {Source: SourceRoute},
				"SelectedRoute":     {Source: SourceRouting},
			},
		)),
		symbols(restfulPath, []string{"*Response", "Response"}, merge(
			map[string]Effect{
				"WriteHeader":          {Status: 1, Opens: true},
				"WriteErrorString":     {Status: 1, Refuses: true},
				"WriteError":           {Status: 1, Refuses: true},
				"WriteServiceError":    {Status: 1, Refuses: true},
				"WriteHeaderAndEntity": {Status: 1},
				"WriteHeaderAndJson":   {Status: 1},
				"WriteHeaderAndXml":    {Status: 1},
				"InternalServerError":  {StatusIs: 500, Opens: true},
				"Header":               {Spares: true},
			},
			each(Effect{Writes: true, Answers: true}, "Write", "WriteEntity", "WriteAsJson", "WriteAsXml", "WriteJson"),
			each(Effect{Spares: true}, "AddHeader", "PrettyPrint", "SetRequestAccepts", "Flush", "StatusCode", "ContentLength", "Error", "EntityWriter"),
		)),
	)
}
