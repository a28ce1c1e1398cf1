package frameworks

// github.com/uptrace/bunrouter. Middleware is an option of the router or of a group,
// or makes a new group: Use and WithMiddleware return one that has it, and leave
// the receiver as it was (group.go). A group copies its parent's middleware when it
// is made. A handler gets a request of bunrouter's own, which holds that of
// net/http, and returns an error, which Router.ServeHTTP drops: unless a
// middleware writes it, the client sees 200. Compat has handlers of net/http,
// Verbose such with the parameters of the path.
func bunrouter() *Framework {
	return &Framework{
		Name:     "bunrouter",
		Versions: "v1.0.23",
		Limits: []string{
			"WithNotFoundHandler and WithMethodNotAllowedHandler are no routes.",
		},
		Packages: []string{bunrouterPath},
		Shapes: map[string]*Shape{
			"bunrouter":         {Name: "bunrouter", Params: []Role{RoleWriter, RoleRequest}, Wrap: true, ReturnsError: true, ErrorStatus: 200},
			"bunrouter verbose": {Name: "bunrouter verbose", Params: []Role{RoleWriter, RoleRequest, RoleNone}, Wrap: true},
		},
		Routers: map[string]*Router{
			"bunrouter":               bunGroup("Router", "bunrouter"),
			"bunrouter group":         bunGroup("Group", "bunrouter"),
			"bunrouter compat":        bunGroup("CompatRouter", "http"),
			"bunrouter compat group":  bunGroup("CompatGroup", "http"),
			"bunrouter verbose":       bunGroup("VerboseRouter", "bunrouter verbose"),
			"bunrouter verbose group": bunGroup("VerboseGroup", "bunrouter verbose"),
		},
		Calls: merge(
			symbols(bunrouterPath, []string{""}, map[string]Call{
				"New":            {Op: OpNew, Kind: "bunrouter", Options: 1},
				"Use":            {Op: OpOption, Middleware: 1},
				"WithMiddleware": {Op: OpOption, Middleware: 1},
				"WithGroup":      {Op: OpOption, Func: 1},
			}),
			bunGroups([]string{"*Router", "*Group"}, "bunrouter group"),
			bunGroups([]string{"*CompatRouter", "*CompatGroup", "CompatGroup"}, "bunrouter compat group"),
			bunGroups([]string{"*VerboseRouter", "*VerboseGroup", "VerboseGroup"}, "bunrouter verbose group"),
			symbols(bunrouterPath, []string{"*Router", "*Group"}, map[string]Call{
				"Compat":  {Op: OpGroup, Kind: "bunrouter compat group", Returns: ReturnsChild},
				"Verbose": {Op: OpGroup, Kind: "bunrouter verbose group", Returns: ReturnsChild},
			}),
		),
		Roles:  map[string]Role{bunrouterPath + ".Request": RoleRequest},
		Fields: map[string]Part{"request.Request": {Role: RoleRequest}},
		Effects: merge(
			symbols(bunrouterPath, []string{"Request"}, map[string]Effect{
				"Params":      {Source: SourceParam},
				"Param":       {Source: SourceParam, Key: 1},
				"Route":       {Source: SourceRoute},
				"WithContext": {Role: RoleRequest},
			}),
			symbols(bunrouterPath, []string{""}, map[string]Effect{
				"NewRequest":        {Role: RoleRequest},
				"ParamsFromContext": {Source: SourceParam},
				"JSON":              {Writes: true, Into: 1, Answers: true},
			}),
			symbols(bunrouterPath, []string{"*Router"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
		),
	}
}

const bunrouterPath = "github.com/uptrace/bunrouter"

func bunGroup(typ, shape string) *Router {
	return &Router{Type: bunrouterPath + "." + typ, Shape: shape, Bind: Snapshot, Inherit: InheritCopy, Join: JoinConcat}
}

// bunGroups are the methods of one family of routers.
func bunGroups(recvs []string, kind string) map[string]Call {
	return symbols(bunrouterPath, recvs, merge(
		verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2}, upperVerbs),
		map[string]Call{
			"Handle":         {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3},
			"NewGroup":       {Op: OpGroup, Kind: kind, Pattern: 1, Options: 2, Shape: "bunrouter", Returns: ReturnsChild},
			"WithGroup":      {Op: OpGroup, Kind: kind, Pattern: 1, Func: 2, Returns: ReturnsNothing},
			"Use":            {Op: OpGroup, Kind: kind, Middleware: 1, Shape: "bunrouter", Returns: ReturnsChild},
			"WithMiddleware": {Op: OpGroup, Kind: kind, Middleware: 1, Shape: "bunrouter", Returns: ReturnsChild},
		},
	))
}
