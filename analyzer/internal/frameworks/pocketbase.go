package frameworks

// github.com/pocketbase/pocketbase, tools/router. Middleware goes on by calling Next of its
// event. What the routers above and the route itself have is put together when the mux
// is built (router.go, loadMux): in the order of the priorities, and of two handlers with
// one Id only the later one, in the place of the other (tools/hook/hook.go, Bind). Unbind
// takes handlers of an Id from a group, from what there is below it, and from what the
// group itself registers later, but not from groups that are made of it later. A returned
// error is answered with its status, or 400, unless something was written.
func pocketBase() *Framework {
	return &Framework{
		Name:     "pocketbase",
		Versions: "v0.36.0",
		Limits: []string{
			"Only its router is known (tools/router): what an application registers while it handles an event (OnServe) is listed as not served.",
			"sql.ErrNoRows and fs.ErrNotExist, which are answered 404, are taken for any other error.",
		},
		Packages: []string{pocketPath + "/tools/router"},
		Shapes: map[string]*Shape{
			"pocketbase": {
				Name: "pocketbase", Params: []Role{RoleContext}, Explicit: true, ReturnsError: true, ErrorStatus: 400,
				ErrorType: "*" + pocketPath + "/tools/router.ApiError", ErrorUnwraps: true,
			},
		},
		Routers: map[string]*Router{
			"pocketbase":       {Type: pocketPath + "/tools/router.Router", Shape: "pocketbase", Bind: Live, Join: JoinConcat, Ranked: true, Subtree: true},
			"pocketbase group": {Type: pocketPath + "/tools/router.RouterGroup", Shape: "pocketbase", Bind: Live, Join: JoinConcat, Ranked: true, Subtree: true},
		},
		Calls: merge(
			symbols(pocketPath+"/tools/router", []string{""}, map[string]Call{
				"NewRouter": {Op: OpNew, Kind: "pocketbase"},
			}),
			symbols(pocketPath+"/tools/router", []string{"*Router"}, map[string]Call{
				"BuildMux": {Op: OpWrap, Handler: Recv, Shape: "http"},
			}),
			symbols(pocketPath+"/tools/router", []string{"*RouterGroup"}, merge(
				verbs(Call{Op: OpRouteNew, Set: "path", Pattern: 1, Handler: 2, Returns: ReturnsRoute}, map[string]string{
					"GET": "GET", "POST": "POST", "PUT": "PUT", "PATCH": "PATCH", "DELETE": "DELETE", "HEAD": "HEAD", "OPTIONS": "OPTIONS",
					"SEARCH": "SEARCH", "Any": "*",
				}),
				map[string]Call{
					"Route":    {Op: OpRouteNew, Set: "path", Method: 1, Any: []string{""}, Pattern: 2, Handler: 3, Returns: ReturnsRoute},
					"Group":    {Op: OpGroup, Kind: "pocketbase group", Pattern: 1, Returns: ReturnsChild},
					"BindFunc": {Op: OpUse, Middleware: 1, Returns: ReturnsSelf},
					"Bind":     {Op: OpUse, Middleware: 1, Step: pocketStep, Returns: ReturnsSelf},
					"Unbind":   {Op: OpUse, Set: "without", Name: 1, Returns: ReturnsSelf},
					"HasRoute": {Op: OpNop},
				},
			)),
			symbols(pocketPath+"/tools/router", []string{"*Route"}, map[string]Call{
				"BindFunc": {Op: OpRouteSet, Set: "middleware", Middleware: 1, Returns: ReturnsRoute},
				"Bind":     {Op: OpRouteSet, Set: "middleware", Middleware: 1, Step: pocketStep, Returns: ReturnsRoute},
				"Unbind":   {Op: OpRouteSet, Set: "without", Name: 1, Returns: ReturnsRoute},
			}),
		),
		Effects: pocketEffects(),
		Fields: map[string]Part{
			"context.Event":    {Role: RoleContext},
			"context.Request":  {Role: RoleRequest},
			"context.Response": {Role: RoleWriter},
		},
	}
}

const pocketPath = "github.com/pocketbase/pocketbase"

// pocketStep is the fields of a hook.Handler.
var pocketStep = []string{"Func", "Id", "Priority"}

func pocketEffects() map[string]Effect {
	return merge(
		symbols(pocketPath+"/tools/hook", []string{"*Event"}, map[string]Effect{"Next": {Next: true}}),
		symbols(pocketPath+"/tools/router", []string{"*Event"}, merge(
			each(Effect{Status: 1, Answers: true}, "String", "HTML", "JSON", "XML", "Stream", "Blob", "NoContent", "Redirect"),
			pocketErrors(""),
			map[string]Effect{
				"Error":             {Error: true, Status: 1},
				"FileFS":            {Writes: true, Answers: true},
				"Get":               {Source: SourceContext, Key: 1},
				"Set":               {Key: 1, Stores: 2},
				"RemoteIP":          {Source: SourceAddress},
				"BindBody":          {Source: SourceBody},
				"FindUploadedFiles": {Source: SourceBody},
				"Written":           {Written: true},
			},
			each(Effect{Spares: true}, "Status", "Flush", "IsTLS", "SetCookie"),
		)),
		symbols(pocketPath+"/tools/router", []string{""}, merge(
			pocketErrors("New"),
			map[string]Effect{"NewApiError": {Error: true, Status: 1}},
		)),
	)
}

// pocketErrors are functions that make an error with a status.
func pocketErrors(prefix string) map[string]Effect {
	out := map[string]Effect{}
	for name, status := range map[string]int{
		"BadRequestError": 400, "UnauthorizedError": 401, "ForbiddenError": 403, "NotFoundError": 404, "TooManyRequestsError": 429, "InternalServerError": 500,
	} {
		out[prefix+name] = Effect{Error: true, StatusIs: status}
	}
	return out
}
