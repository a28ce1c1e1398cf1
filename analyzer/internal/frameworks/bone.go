package frameworks

// github.com/go-zoo/bone. A mux has no middleware: guards are wrapped around handlers
// or around the mux. Of the routes of a method that match, the first one that was
// registered serves; GET serves HEAD where there is no such route. The prefix that
// a mux has when a route is registered stands before its pattern. SubRoute takes the path
// that it is registered under off the request's (bone.go, mux.go and route.go).
func bone() *Framework {
	return &Framework{
		Name:     "bone",
		Versions: "v1.3.0",
		Limits: []string{
			"A pattern that ends in a slash serves all methods, whatever the one that it is registered for.",
			"Which of two patterns with parameters serves a path is not worked out.",
			"Methods of a route, which change the method that it stands for, are not followed.",
		},
		Packages: []string{bonePath},
		Routers: map[string]*Router{
			"bone": {Type: bonePath + ".Mux", Shape: "http", Bind: Live, Join: JoinConcat, FirstWins: true, Subtree: true},
		},
		Calls: merge(
			symbols(bonePath, []string{""}, map[string]Call{"New": {Op: OpNew, Kind: "bone"}}),
			symbols(bonePath, []string{"*Mux"}, merge(
				verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2}, map[string]string{
					"Get": "GET", "Post": "POST", "Put": "PUT", "Delete": "DELETE", "Head": "HEAD", "Patch": "PATCH", "Options": "OPTIONS",
					"GetFunc": "GET", "PostFunc": "POST", "PutFunc": "PUT", "DeleteFunc": "DELETE", "HeadFunc": "HEAD", "PatchFunc": "PATCH", "OptionsFunc": "OPTIONS",
				}),
				map[string]Call{
					"Handle":         {Op: OpRoute, Methods: []string{"*"}, Pattern: 1, Handler: 2},
					"HandleFunc":     {Op: OpRoute, Methods: []string{"*"}, Pattern: 1, Handler: 2},
					"Register":       {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3},
					"SubRoute":       {Op: OpMount, Pattern: 1, Handler: 2, Strip: true},
					"ListenAndServe": {Op: OpServe, Handler: Recv},
					"Prefix":         {Op: OpPrefix, Pattern: 1, Returns: ReturnsSelf},
					"NotFound":       {Op: OpFallback, Handler: 1},
					"NotFoundFunc":   {Op: OpFallback, Handler: 1},
				},
				nops("RegisterValidator", "RegisterValidatorFunc"),
			)),
		),
		Effects: merge(
			symbols(bonePath, []string{""}, map[string]Effect{
				"GetValue":      {Source: SourceParam, Key: 2},
				"GetAllValues":  {Source: SourceParam},
				"GetQuery":      {Source: SourceQuery, Key: 2},
				"GetAllQueries": {Source: SourceQuery},
			}),
			symbols(bonePath, []string{"*Mux"}, map[string]Effect{"ServeHTTP": {Handler: Recv}, "DefaultServe": {Handler: Recv}}),
		),
	}
}

const bonePath = "github.com/go-zoo/bone"
