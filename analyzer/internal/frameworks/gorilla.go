package frameworks

// github.com/gorilla/mux. A route is built step by step; a subrouter is made
// from a route. Use is applied when a match is found, so its order against the
// routes does not matter, and a parent's middleware wraps its subrouters'.
// A route without methods serves them all. The first match wins. A router
// attached as a handler sees the whole path.
func gorilla() *Framework {
	return &Framework{
		Name:     "gorilla/mux",
		Versions: "v1.8.1",
		Limits: []string{
			"Conditions of a route other than method, host and path are not compared with those of other routes.",
		},
		Packages: []string{"github.com/gorilla/mux"},
		Routers: map[string]*Router{
			"gorilla": {
				Type: gorillaPath + ".Router", Shape: "http", Bind: Live, Join: JoinTrim, FirstWins: true,
				Fallbacks: map[string]string{"NotFoundHandler": "not found"},
			},
		},
		Zero: map[string]string{gorillaPath + ".Router": "gorilla"},
		Calls: merge(
			symbols(gorillaPath, []string{""}, map[string]Call{
				"NewRouter": {Op: OpNew, Kind: "gorilla"},
				"Vars":      {Op: OpNop},
			}),
			symbols(gorillaPath, []string{"*Router"}, map[string]Call{
				"Handle":         {Op: OpRouteNew, Set: "path", Pattern: 1, Handler: 2, Returns: ReturnsRoute},
				"HandleFunc":     {Op: OpRouteNew, Set: "path", Pattern: 1, Handler: 2, Returns: ReturnsRoute, Plain: true, Instead: "Handle"},
				"Path":           {Op: OpRouteNew, Set: "path", Pattern: 1, Returns: ReturnsRoute},
				"PathPrefix":     {Op: OpRouteNew, Set: "prefix", Pattern: 1, Returns: ReturnsRoute},
				"Methods":        {Op: OpRouteNew, Set: "methods", Method: 1, Returns: ReturnsRoute},
				"Host":           {Op: OpRouteNew, Set: "host", Host: 1, Returns: ReturnsRoute},
				"NewRoute":       {Op: OpRouteNew, Returns: ReturnsRoute},
				"Name":           {Op: OpRouteNew, Set: "name", Name: 1, Returns: ReturnsRoute},
				"Queries":        {Op: OpRouteNew, Set: "match", Returns: ReturnsRoute},
				"Headers":        {Op: OpRouteNew, Set: "match", Returns: ReturnsRoute},
				"HeadersRegexp":  {Op: OpRouteNew, Set: "match", Returns: ReturnsRoute},
				"Schemes":        {Op: OpRouteNew, Set: "match", Returns: ReturnsRoute},
				"MatcherFunc":    {Op: OpRouteNew, Set: "match", Returns: ReturnsRoute},
				"BuildVarsFunc":  {Op: OpRouteNew, Returns: ReturnsRoute},
				"Use":            {Op: OpUse, Middleware: 1},
				"StrictSlash":    {Op: OpSelf},
				"SkipClean":      {Op: OpSelf},
				"UseEncodedPath": {Op: OpSelf},
				"Walk":           {Op: OpNop},
				"Get":            {Op: OpNop},
				"GetRoute":       {Op: OpNop},
			}),
			symbols(gorillaPath, []string{"*Route"}, map[string]Call{
				"Path":          {Op: OpRouteSet, Set: "path", Pattern: 1, Returns: ReturnsRoute},
				"PathPrefix":    {Op: OpRouteSet, Set: "prefix", Pattern: 1, Returns: ReturnsRoute},
				"Methods":       {Op: OpRouteSet, Set: "methods", Method: 1, Returns: ReturnsRoute},
				"Host":          {Op: OpRouteSet, Set: "host", Host: 1, Returns: ReturnsRoute},
				"Handler":       {Op: OpRouteSet, Set: "handler", Handler: 1, Returns: ReturnsRoute},
				"HandlerFunc":   {Op: OpRouteSet, Set: "handler", Handler: 1, Returns: ReturnsRoute, Plain: true, Instead: "Handler"},
				"Name":          {Op: OpRouteSet, Set: "name", Name: 1, Returns: ReturnsRoute},
				"Queries":       {Op: OpRouteSet, Set: "match", Returns: ReturnsRoute},
				"Headers":       {Op: OpRouteSet, Set: "match", Returns: ReturnsRoute},
				"HeadersRegexp": {Op: OpRouteSet, Set: "match", Returns: ReturnsRoute},
				"Schemes":       {Op: OpRouteSet, Set: "match", Returns: ReturnsRoute},
				"MatcherFunc":   {Op: OpRouteSet, Set: "match", Returns: ReturnsRoute},
				"BuildVarsFunc": {Op: OpSelf},
				"BuildOnly":     {Op: OpSelf},
				"Subrouter":     {Op: OpSubrouter, Kind: "gorilla", Returns: ReturnsChild},
				"GetError":      {Op: OpNop},
			}),
		),
		Effects: gorillaEffects(),
	}
}

const gorillaPath = "github.com/gorilla/mux"
