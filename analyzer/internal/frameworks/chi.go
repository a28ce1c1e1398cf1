package frameworks

// github.com/go-chi/chi/v5. A Mux applies its Use around routing, so it reaches
// every route of the mux (Use after a route panics). With and Group make an
// inline mux on the same tree: its routes carry the inline stack as it is when
// they are registered, and an inline mux made from an inline mux copies that
// stack. Route and Mount attach a mux of its own; its patterns are relative.
// The same method and pattern registered twice: the last one serves.
func chi() *Framework {
	return &Framework{
		Name:     "chi",
		Versions: "v5.5.0",
		Limits: []string{
			"Routes that are registered in a loop over what the router itself lists are one row with an unknown part.",
		},
		Packages: []string{"github.com/go-chi/chi/v5"},
		Routers: map[string]*Router{
			"chi.mux":    {Type: chiPath + ".Mux", Shape: "http", Bind: Live, Join: JoinMount, Replaces: true},
			"chi.inline": {Type: chiPath + ".Mux", Shape: "http", Bind: Snapshot, Inherit: InheritCopy, Join: JoinMount, Replaces: true, Shares: true},
		},
		Calls: merge(
			symbols(chiPath, []string{""}, map[string]Call{
				"NewRouter": {Op: OpNew, Kind: "chi.mux"},
				"NewMux":    {Op: OpNew, Kind: "chi.mux"},
			}),
			symbols(chiPath, []string{"*Mux", "Router"}, verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2, Plain: true}, map[string]string{
				"Get": "GET", "Post": "POST", "Put": "PUT", "Patch": "PATCH", "Delete": "DELETE", "Head": "HEAD",
				"Options": "OPTIONS", "Connect": "CONNECT", "Trace": "TRACE", "Query": "QUERY",
			})),
			symbols(chiPath, []string{"*Mux", "Router"}, map[string]Call{
				"Handle":           {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true},
				"HandleFunc":       {Op: OpRoute, Pattern: 1, Handler: 2, ParsePattern: true, Plain: true, Instead: "Handle"},
				"Method":           {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3},
				"MethodFunc":       {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3, Plain: true, Instead: "Method"},
				"Use":              {Op: OpUse, Middleware: 1},
				"With":             {Op: OpGroup, Kind: "chi.inline", Middleware: 1, Returns: ReturnsChild},
				"Group":            {Op: OpGroup, Kind: "chi.inline", Func: 1, Returns: ReturnsChild},
				"Route":            {Op: OpMount, Kind: "chi.mux", Pattern: 1, Func: 2, Strip: true, Returns: ReturnsChild},
				"Mount":            {Op: OpMount, Pattern: 1, Handler: 2, Strip: true},
				"NotFound":         {Op: OpFallback, Handler: 1},
				"MethodNotAllowed": {Op: OpNop},
				"Routes":           {Op: OpNop},
				"Middlewares":      {Op: OpNop},
				"Match":            {Op: OpNop},
				"Find":             {Op: OpNop},
			}),
			symbols(chiPath, []string{""}, map[string]Call{
				"Walk":           {Op: OpNop},
				"RegisterMethod": {Op: OpNop},
			}),
		),
		CleansPath: []string{chiPath + "/middleware.CleanPath"},
		Effects:    chiEffects(),
	}
}

const chiPath = "github.com/go-chi/chi/v5"
