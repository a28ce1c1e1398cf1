package frameworks

// github.com/danielgtaylor/huma/v2. An API registers its operations on a router of
// another framework: it is a guest there, and a request passes what that router
// does first. Register takes the middleware of the API and of the groups above as it is then
// (huma.go, Register; group.go, Middlewares), then that of the operation. A group
// asks its parent when it is asked itself. Group prefixes copy the operation for each
// prefix, and modifiers are given the copy (group.go, PrefixModifier): middleware
// that they add there comes too late, because Register reads it from the operation that it
// was given. Operation.Security is documentation; middleware may ask for it. Middleware
// goes on by calling next; WriteErr stops nothing. What New registers
// itself (api.go, NewAPI) passes the router's middleware only.
func huma() *Framework {
	return &Framework{
		Name:     "huma",
		Versions: "v2.37.2",
		Limits: []string{
			"Resolvers of parts of the input that are not embedded are not followed.",
			"Operations that are registered by way of API.Adapter, as autopatch does, are no routes.",
			"Of the routes of a group without a prefix, a modifier that changes the path is taken to run once.",
		},
		Packages: []string{
			humaPath, humaPath + "/sse", humaPath + "/autopatch", humaPath + "/humacli", humaAdapters + "humachi", humaAdapters + "humago", humaAdapters + "humagin", humaAdapters + "humaecho",
			humaAdapters + "humafiber", humaAdapters + "humamux", humaAdapters + "humahttprouter", humaAdapters + "humabunrouter",
		},
		Shapes: map[string]*Shape{
			"huma": {Name: "huma", Params: []Role{RoleContext, RoleNext}, Explicit: true},
			"huma events": {
				Name: "huma events", Params: []Role{RoleValues, RoleInput, RoleWriter}, ErrorMethod: "GetStatus", InputMethod: "Resolve", InputStatus: 422,
			},
			"huma operation": {
				Name: "huma operation", Params: []Role{RoleValues, RoleInput}, ReturnsError: true, ErrorMethod: "GetStatus", ErrorStatus: 500, ErrorUnwraps: true,
				InputMethod: "Resolve", InputStatus: 422,
			},
		},
		Routers: map[string]*Router{
			"huma":       {Type: humaPath + ".API", Shape: "huma", Bind: Snapshot, Inherit: InheritLive, Join: JoinConcat, Guest: true},
			"huma colon": {Type: humaPath + ".API", Shape: "huma", Bind: Snapshot, Inherit: InheritLive, Join: JoinConcat, Guest: true, Spelling: []string{"{", ":", "}", ""}},
		},
		Calls: merge(
			humaAdapter("humachi", "huma"),
			humaAdapter("humago", "huma"),
			humaAdapter("humamux", "huma"),
			humaAdapter("humagin", "huma colon"),
			humaAdapter("humaecho", "huma colon"),
			humaAdapter("humafiber", "huma colon"),
			humaAdapter("humahttprouter", "huma colon"),
			humaAdapter("humabunrouter", "huma colon"),
			symbols(humaAdapters+"humago", []string{""}, map[string]Call{
				"NewAdapter":    {Op: OpGroup, Router: 1, Pattern: 2, Kind: "huma", Returns: ReturnsChild},
				"NewWithPrefix": {Op: OpGroup, Router: 1, Pattern: 2, Config: 3, Kind: "huma", Brings: humaBrings, Returns: ReturnsChild},
			}),
			symbols(humaPath, []string{""}, map[string]Call{
				"NewAPI":   {Op: OpGroup, Router: 2, Config: 1, Brings: humaBrings, Returns: ReturnsChild},
				"NewGroup": {Op: OpGroup, Router: 1, Below: 2, Returns: ReturnsChild},
				"Register": {
					Op: OpRoute, Router: 1, Record: 2, Fields: []string{"Method", "Path", "Middlewares"}, Declares: "Security",
					Method: 1, Pattern: 2, Middleware: 3, Handler: 5, HandlerShape: "huma operation",
				},
			}),
			symbols(humaPath, []string{"API", "*Group"}, merge(
				map[string]Call{"UseMiddleware": {Op: OpUse, Middleware: 1}},
				nops("OpenAPI", "Adapter", "Negotiate", "Transform", "Marshal", "Unmarshal", "Middlewares"),
			)),
			symbols(humaPath, []string{"*Group"}, merge(
				map[string]Call{
					"UseModifier":       {Op: OpUse, Func: 1, Set: "next"},
					"UseSimpleModifier": {Op: OpUse, Func: 1},
				},
				nops("UseTransformer", "DocumentOperation", "Config"),
			)),
			symbols(humaPath, []string{""}, map[string]Call{"AutoRegister": {Op: OpRun, Router: 1, Func: 2, Named: "Register"}}),
			symbols(humaPath+"/sse", []string{""}, map[string]Call{
				"Register": {
					Op: OpRoute, Router: 1, Record: 2, Fields: []string{"Method", "Path", "Middlewares"}, Declares: "Security",
					Method: 1, Pattern: 2, Middleware: 3, Handler: 6, HandlerShape: "huma events",
				},
			}),
			symbols(humaPath, []string{"", "*OpenAPI", "Registry"}, nops("SchemaFromType", "AddOperation", "Schema")), // they only describe
			symbols(humaPath+"/humacli", []string{"", "Hooks"}, map[string]Call{"New": {Op: OpRun, Func: 1}, "OnStart": {Op: OpRun, Func: 1}}),
			symbols(humaPath, []string{"Adapter"}, map[string]Call{
				"Handle": {Op: OpRoute, Pattern: 1, Handler: 2},
			}),
		),
		Effects: humaEffects(),
		Tags: map[string]Source{
			"header": SourceHeader, "cookie": SourceCookie, "query": SourceQuery, "form": SourceQuery, "path": SourceParam,
		},
	}
}

const (
	humaPath     = "github.com/danielgtaylor/huma/v2"
	humaAdapters = humaPath + "/adapters/"
)

// humaBrings are the routes of the description of an API.
var humaBrings = []Brought{
	{"OpenAPIPath", ".json"}, {"OpenAPIPath", "-3.0.json"}, {"OpenAPIPath", ".yaml"}, {"OpenAPIPath", "-3.0.yaml"},
	{"DocsPath", ""}, {"SchemasPath", "/{schema}"},
}

// humaAdapter is how APIs are made on the routers of one framework.
func humaAdapter(name, kind string) map[string]Call {
	return symbols(humaAdapters+name, []string{""}, map[string]Call{
		"New":              {Op: OpGroup, Router: 1, Config: 2, Kind: kind, Brings: humaBrings, Returns: ReturnsChild},
		"NewCompat":        {Op: OpGroup, Router: 1, Config: 2, Kind: kind, Brings: humaBrings, Returns: ReturnsChild},
		"NewWithGroup":     {Op: OpGroup, Router: 2, Config: 3, Kind: kind, Brings: humaBrings, Returns: ReturnsChild},
		"NewAdapter":       {Op: OpGroup, Router: 1, Kind: kind, Returns: ReturnsChild},
		"NewCompatAdapter": {Op: OpGroup, Router: 1, Kind: kind, Returns: ReturnsChild},
	})
}
