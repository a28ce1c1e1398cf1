package frameworks

// github.com/gofiber/fiber, v2 and v3. An application, its groups and the
// applications that are mounted on it are one list of middleware and routes, in
// the order of registration (router.go, App.register): a request goes through all
// that matches its path, each of which goes on only by calling Next. So the
// middleware of a group is for whatever is registered later below its prefix, on
// the group or not, and for nothing that was registered before. A mounted application stands where it was mounted,
// with what it is given later. Case and a final slash do not count, unless the
// configuration says so, and c.Path() is what was sent. In v2 the
// prefix of a Use may end within a word, /admin is for /administrator too; in v3 it
// ends at a slash.
//
// A handler answers by writing or by returning an error, which the error handler
// of the configuration turns into its status, also one that is wrapped. A status
// that is set is sent when all handlers have returned. A GET route also serves
// HEAD.
func fiber2() *Framework {
	return fiber("fiber v2", "v2.52.15", "github.com/gofiber/fiber/v2", "*Ctx", fiber2Routes(), true)
}

func fiber3() *Framework {
	return fiber("fiber v3", "v3.1.0", "github.com/gofiber/fiber/v3", "Ctx", fiber3Routes(), false)
}

// Their receivers: the application, its groups, and what both are.
var fiberRouters = []string{"*App", "*Group", "Router"}

var fiberVerbs = map[string]string{
	"Get": "GET", "Head": "HEAD", "Post": "POST", "Put": "PUT", "Patch": "PATCH", "Delete": "DELETE", "Options": "OPTIONS",
	"Connect": "CONNECT", "Trace": "TRACE", "All": "*",
}

// In v2 all handlers of a route are one list.
func fiber2Routes() map[string]Call {
	return merge(
		verbs(Call{Op: OpRoute, Pattern: 1, Handlers: 2, Returns: ReturnsSelf}, fiberVerbs),
		map[string]Call{
			"Add":    {Op: OpRoute, Method: 1, Pattern: 2, Handlers: 3, Returns: ReturnsSelf},
			"Static": {Op: OpRoute, Methods: []string{"GET"}, Pattern: 1, Suffix: "/*", Static: "static", Returns: ReturnsSelf},
			"Mount":  {Op: OpMount, Pattern: 1, Handler: 2, Strip: true, Returns: ReturnsSelf},
		},
	)
}

// In v3 the first handler stands apart.
func fiber3Routes() map[string]Call {
	return merge(
		verbs(Call{Op: OpRoute, Pattern: 1, First: 2, Handlers: 3, Returns: ReturnsSelf}, fiberVerbs),
		map[string]Call{
			"Add": {Op: OpRoute, Method: 1, Pattern: 2, First: 3, Handlers: 4, Returns: ReturnsSelf},
		},
	)
}

func fiber(name, versions, path, context string, registers map[string]Call, anyPrefix bool) *Framework {
	return &Framework{
		Name:     name,
		Versions: versions,
		Limits: []string{
			"An earlier route that matches the same path, /users/:id before /users/me, is not taken for the one that serves; one with the same method and path is.",
			"Lists that are given to Use one after the other for one path share an array; who appends to them later is not followed.",
			"Handlers of net/http and fasthttp that are given to routes are unknown.",
		},
		Packages: []string{path},
		Shapes: map[string]*Shape{
			name: {
				Name: name, Params: []Role{RoleContext}, Explicit: true, ReturnsError: true, ErrorStatus: 500,
				ErrorHandler: "ErrorHandler", ErrorParams: []Role{RoleContext, RoleNone}, ErrorType: "*" + path + ".Error", ErrorUnwraps: true,
			},
		},
		Routers: map[string]*Router{
			name:            {Type: path + ".App", Shape: name, Bind: Positional, Join: JoinMount, FirstWins: true, AnyPrefix: anyPrefix, MindsCase: "CaseSensitive", MindsSlash: "StrictRouting"},
			name + " group": {Type: path + ".Group", Shape: name, Bind: Positional, Join: JoinMount, FirstWins: true, AnyPrefix: anyPrefix},
		},
		Calls: merge(
			symbols(path, []string{""}, map[string]Call{
				"New": {Op: OpNew, Kind: name, Config: 1},
			}),
			symbols(path, fiberRouters, merge(registers, map[string]Call{
				"Use":   {Op: OpUse, Mixed: 1, Returns: ReturnsSelf},
				"Group": {Op: OpGroup, Kind: name + " group", Pattern: 1, Middleware: 2, Returns: ReturnsChild},
				"Route": {Op: OpGroup, Kind: name + " group", Pattern: 1, Func: 2, Returns: ReturnsChild},
				"Name":  {Op: OpSelf},
			})),
			symbols(path, []string{"*App"}, merge(
				map[string]Call{"Handler": {Op: OpSelf}},
				nops("GetRoutes", "GetRoute", "Stack", "Shutdown", "ShutdownWithTimeout", "ShutdownWithContext", "Hooks", "Config",
					"HandlersCount", "Server", "MountPath", "SetTLSHandler", "State", "RegisterCustomBinder", "RegisterCustomConstraint", "NewErrorf"),
				serves("Listen", "ListenTLS", "ListenTLSWithCertificate", "ListenMutualTLS", "ListenMutualTLSWithCertificate", "Listener", "Test"),
			)),
			symbols(path+"/middleware/adaptor", []string{""}, map[string]Call{
				"FiberApp": {Op: OpWrap, Handler: 1, Shape: "http"},
			}),
		),
		Effects: merge(fiberContext(path, context), fiberPlain(path, context), fiberSessions(path), fiberText(path), symbols(path+"/middleware/adaptor", []string{""}, map[string]Effect{
			"ConvertRequest": {Role: RoleRequest, Anonymous: []string{"", "nil"}},
		})),
		Errors: fiberErrors(path),
	}
}
