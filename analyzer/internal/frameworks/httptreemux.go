package frameworks

// github.com/dimfeld/httptreemux/v5. A group copies its parent's middleware when it
// is made, and a route takes its group's when it is registered (group.go,
// NewGroup and Handle): what is attached later reaches neither, and nothing runs
// for requests that no route matches. A handler gets the parameters of the path as
// a map; with a context group it is one of net/http. GET also serves HEAD.
func httptreemux() *Framework {
	return &Framework{
		Name:     "httptreemux",
		Versions: "v5.5.0",
		Limits: []string{
			"MethodNotAllowedHandler and OptionsHandler are no routes.",
		},
		Packages: []string{treemuxPath},
		Shapes: map[string]*Shape{
			"httptreemux": {Name: "httptreemux", Params: []Role{RoleWriter, RoleRequest, RoleNone}, Wrap: true},
		},
		Routers: map[string]*Router{
			"httptreemux":               treemuxRouter("TreeMux", "httptreemux"),
			"httptreemux group":         treemuxRouter("Group", "httptreemux"),
			"httptreemux context":       treemuxRouter("ContextMux", "http"),
			"httptreemux context group": treemuxRouter("ContextGroup", "http"),
		},
		Calls: merge(
			symbols(treemuxPath, []string{""}, map[string]Call{
				"New":           {Op: OpNew, Kind: "httptreemux"},
				"NewContextMux": {Op: OpNew, Kind: "httptreemux context"},
			}),
			symbols(treemuxPath, []string{"*TreeMux", "*Group", "*ContextMux", "*ContextGroup"}, merge(
				verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2}, upperVerbs),
				map[string]Call{
					"Handle":     {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3},
					"Handler":    {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3},
					"Use":        {Op: OpUse, Middleware: 1, Shape: "httptreemux"},
					"UseHandler": {Op: OpUse, Middleware: 1, Shape: "http"},
				},
			)),
			symbols(treemuxPath, []string{"*TreeMux", "*Group"}, map[string]Call{
				"NewGroup":     {Op: OpGroup, Kind: "httptreemux group", Pattern: 1, Returns: ReturnsChild},
				"UsingContext": {Op: OpGroup, Kind: "httptreemux context group", Returns: ReturnsChild},
			}),
			symbols(treemuxPath, []string{"*ContextMux", "*ContextGroup"}, map[string]Call{
				"NewGroup":        {Op: OpGroup, Kind: "httptreemux context group", Pattern: 1, Returns: ReturnsChild},
				"NewContextGroup": {Op: OpGroup, Kind: "httptreemux context group", Pattern: 1, Returns: ReturnsChild},
			}),
			symbols(treemuxPath, []string{"*TreeMux"}, nops("Dump", "Lookup")),
		),
		Effects: merge(
			symbols(treemuxPath, []string{""}, map[string]Effect{
				"ContextParams": {Source: SourceParam},
				"ContextData":   {Source: SourceRouting},
				"ContextRoute":  {Source: SourceRoute},
			}),
			symbols(treemuxPath, []string{"*TreeMux", "*ContextMux"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
		),
	}
}

const treemuxPath = "github.com/dimfeld/httptreemux/v5"

func treemuxRouter(typ, shape string) *Router {
	return &Router{
		Type: treemuxPath + "." + typ, Shape: shape, Bind: Snapshot, Inherit: InheritCopy, Join: JoinConcat,
		Fallbacks: map[string]string{"NotFoundHandler": "not found"},
	}
}
