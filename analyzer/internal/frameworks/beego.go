package frameworks

// github.com/beego/beego. One router has the routes and the filters; a filter is for the
// paths that its own pattern matches, whatever is registered there, and where it stands is a
// number (router.go, ServeHTTP): before static files, before routing, before the handler,
// after it. What a filter writes ends the request, unless it was registered to go on
// (execFilter); a status that is set is no writing. A controller is an object of which every
// request gets a copy: Init, Prepare, the method, Finish; what Prepare writes keeps the
// method from being called. Which method that is a text says, "get:List;post:Create", or
// it is called as the method of HTTP. AutoRouter makes all methods routes, below the names in
// lower case and as they are written. Abort, CustomAbort and StopRun panic, and the answer
// is what was written before. A namespace has a router of its own, of which routes and filters are taken over
// by the program's, below its prefix, when it is added (namespace.go).
func beego() *Framework {
	return &Framework{
		Name:     "beego",
		Versions: "v1.12.12",
		Limits: []string{
			"A POST with the query _method=PUT or DELETE reaches the controller's method for that one, behind what was asked of the POST.",
			"The methods of Controller itself, which AutoRouter registers too, are no routes.",
			"Policies, and filters that are registered with more than a function, are conditional, whatever else is given.",
			"A mapping by Mapping in URLMapping is not followed, nor is a controller or a method that a filter chooses.",
			"What a method returns is written where comments declare its parameters: such a route is unknown.",
			"Handler with the option that it is for all below is taken for its path alone. Static files and the pages of the administration are no routes.",
			"RouterCaseSensitive is taken to be set.",
		},
		Packages: []string{beegoPath, beegoPath + "/context", astaxiePath, astaxiePath + "/context"},
		Shapes: map[string]*Shape{
			"beego": {Name: "beego", Params: []Role{RoleContext}, UntilWritten: true},
		},
		Routers: map[string]*Router{
			"beego":         beegoRouter(beegoPath),
			"beego astaxie": beegoRouter(astaxiePath),
		},
		Maps: map[string]string{
			beegoPath + ".GlobalControllerRouter":   "map[string][]" + beegoPath + ".ControllerComments",
			astaxiePath + ".GlobalControllerRouter": "map[string][]" + astaxiePath + ".ControllerComments",
		},
		Calls:   merge(beegoCalls(beegoPath, "beego"), beegoCalls(astaxiePath, "beego astaxie")),
		Fields:  map[string]Part{"context.ResponseWriter": {Role: RoleWriter}},
		Effects: merge(beegoEffects(beegoPath), beegoEffects(astaxiePath)),
	}
}

// The module had its older path until v1.12.3.
const (
	beegoPath   = "github.com/beego/beego"
	astaxiePath = "github.com/astaxie/beego"
)

func beegoRouter(path string) *Router {
	return &Router{
		Type: path + ".ControllerRegister", Shape: "beego", Bind: Live, Join: JoinMount, FirstWins: true,
		Places: []string{"pre", "pre", "", "after", "after"},
	}
}

func beegoCalls(path, kind string) map[string]Call {
	app, record := path+".BeeApp", []string{"prefix", "handlers"}
	auto := beegoActions(path, Actions{Each: true, Trim: "Controller", Except: beegoExcept})
	return merge(
		symbols(path, []string{""}, map[string]Call{
			"NewControllerRegister": {Op: OpNew, Kind: kind},
			"AddNamespace":          {Op: OpTake, Records: 1, Fields: record, Pattern: 1, Handler: 2, On: app, Field: "Handlers"},
			"Policy":                {Op: OpUse, Covers: 1, Middleware: 3, Unsure: 3, Doubt: "no policy for its path was there before", On: app, Field: "Handlers"},
		}),
		symbols(path, []string{"*App"}, map[string]Call{"Run": {Op: OpServe, Handler: Recv, Field: "Handlers"}}),
		symbols(path, []string{"*adminApp"}, nops("Route", "Run")),
		symbols(path, []string{"*Namespace"}, map[string]Call{
			"Namespace": {Op: OpTake, Records: 1, Fields: record, Pattern: 1, Handler: 2, Field: "handlers", Returns: ReturnsSelf},
		}),
		symbols(path, []string{"*ControllerRegister"}, merge(
			verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2}, map[string]string{
				"Get": "GET", "Post": "POST", "Put": "PUT", "Patch": "PATCH", "Delete": "DELETE", "Head": "HEAD", "Options": "OPTIONS", "Any": "*",
			}),
			map[string]Call{
				"AddMethod":     {Op: OpRoute, Method: 1, Any: []string{"*"}, Pattern: 2, Handler: 3},
				"Handler":       {Op: OpRoute, Methods: []string{"*"}, Pattern: 1, Handler: 2, HandlerShape: "http"},
				"InsertFilter":  {Op: OpUse, Covers: 1, Place: 2, Middleware: 3, Unsure: 4, Doubt: "what it writes ends the request"},
				"Add":           {Op: OpRoute, Pattern: 1, Handler: 2, Actions: beegoActions(path, Actions{Mapping: 3, Verbs: beegoVerbs})},
				"AddAuto":       {Op: OpRoute, Handler: 1, Actions: auto},
				"AddAutoPrefix": {Op: OpRoute, Pattern: 1, Handler: 2, Actions: auto},
				"Include": {Op: OpRoute, Handler: 1, Actions: beegoActions(path, Actions{
					Listed: path + ".GlobalControllerRouter", Fields: []string{"Method", "Router", "AllowHTTPMethods"}, Unread: []string{"Filters"},
				})},
			},
			nops("GetContext", "GiveBackContext", "URLFor", "FindRouter", "FindPolicy"),
		)),
	)
}

// beegoExcept are the names of methods that AutoRouter passes over.
var beegoExcept = []string{
	"Init", "Prepare", "Finish", "Render", "RenderString", "RenderBytes", "Redirect", "Abort", "StopRun", "UrlFor", "ServeJSON", "ServeJSONP", "ServeYAML", "ServeXML", "Input",
	"ParseForm", "GetString", "GetStrings", "GetInt", "GetBool", "GetFloat", "GetFile", "SaveToFile", "StartSession", "SetSession", "GetSession", "DelSession",
	"SessionRegenerateID", "DestroySession", "IsAjax", "GetSecureCookie", "SetSecureCookie", "XsrfToken", "CheckXsrfCookie", "XsrfFormHtml", "GetControllerAndAction", "ServeFormatted",
}

var beegoVerbs = map[string]string{
	"GET": "Get", "POST": "Post", "PUT": "Put", "DELETE": "Delete", "HEAD": "Head", "PATCH": "Patch", "OPTIONS": "Options", "TRACE": "Trace",
}

// beegoActions says how a controller serves.
func beegoActions(path string, a Actions) *Actions {
	a.Before, a.After = []string{"Init", "Prepare"}, []string{"Finish"}
	a.Written, a.Context = path+".written", "*"+path+"/context.Context"
	return &a
}
