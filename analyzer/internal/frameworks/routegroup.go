package frameworks

// github.com/go-pkgz/routegroup, groups of routes of a ServeMux. A Bundle that New or the
// function Mount made is a root: its ServeHTTP puts its middleware around the mux. Group, With
// and the method Mount make a Bundle on the same mux that copies its parent's middleware; a
// route that is registered on it passes what it has of its own at that time (group.go). Use
// panics after routes. Patterns are those of the mux, and the path of the Bundle
// stands before theirs.
func routegroup() *Framework {
	return &Framework{
		Name:     "routegroup",
		Versions: "v1.6.0",
		Limits: []string{
			"The pattern / of a function is listed as it is written; it serves that path alone.",
			"Route of a group is taken for one that makes a new group, as that of a root does.",
			"A mux that is served without its Bundle, so that the middleware of the root is not passed, is not followed.",
		},
		Packages: []string{routegroupPath},
		Routers: map[string]*Router{
			"routegroup":       {Type: routegroupPath + ".Bundle", Shape: "http", Bind: Live, Join: JoinConcat, Subtree: true, OnlyClean: true},
			"routegroup group": {Type: routegroupPath + ".Bundle", Shape: "http", Bind: Snapshot, Inherit: InheritCopy, Join: JoinConcat, Subtree: true, OnlyClean: true, Shares: true},
		},
		Calls: merge(
			symbols(routegroupPath, []string{""}, map[string]Call{
				"New":   {Op: OpNew, Kind: "routegroup"},
				"Mount": {Op: OpNew, Kind: "routegroup", Pattern: 2},
			}),
			symbols(routegroupPath, []string{"*Bundle"}, map[string]Call{
				"Use":                    {Op: OpUse, First: 1, Middleware: 2},
				"With":                   {Op: OpGroup, Kind: "routegroup group", First: 1, Middleware: 2, Returns: ReturnsChild},
				"Group":                  {Op: OpGroup, Kind: "routegroup group", Returns: ReturnsChild},
				"Mount":                  {Op: OpGroup, Kind: "routegroup group", Pattern: 1, Returns: ReturnsChild},
				"Route":                  {Op: OpGroup, Kind: "routegroup group", Func: 1},
				"Handle":                 {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true},
				"HandleFunc":             {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true, Plain: true, Instead: "Handle"},
				"HandleFiles":            {Op: OpRoute, Pattern: 1, Suffix: "/", Static: "static"},
				"HandleRoot":             {Op: OpRoute, Method: 1, Any: []string{""}, Handler: 2},
				"HandleRootFunc":         {Op: OpRoute, Method: 1, Any: []string{""}, Handler: 2, Plain: true, Instead: "HandleRoot"},
				"NotFoundHandler":        {Op: OpFallback, Handler: 1},
				"DisableNotFoundHandler": {Op: OpNop},
				"Handler":                {Op: OpNop},
			}),
		),
		Effects: symbols(routegroupPath, []string{"*Bundle"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
	}
}

const routegroupPath = "github.com/go-pkgz/routegroup"
