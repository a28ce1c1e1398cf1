package frameworks

// github.com/julienschmidt/httprouter. A router has no middleware: guards are
// wrapped around handles or around the router. A handle gets the parameters of the
// path besides writer and request. Requests that no route matches are for the
// fields NotFound and MethodNotAllowed; redirects for a final slash or for case and the answers
// to OPTIONS come before any handle (router.go, Router.ServeHTTP). GET does not
// serve HEAD.
func httprouter() *Framework {
	return &Framework{
		Name:     "httprouter",
		Versions: "v1.3.0",
		Limits: []string{
			"MethodNotAllowed, GlobalOPTIONS and PanicHandler are no routes.",
		},
		Packages: []string{httprouterPath},
		Shapes: map[string]*Shape{
			"httprouter": {Name: "httprouter", Params: []Role{RoleWriter, RoleRequest, RoleNone}, Wrap: true},
		},
		Routers: map[string]*Router{
			"httprouter": {
				Type: httprouterPath + ".Router", Shape: "httprouter", Bind: Live, Join: JoinConcat,
				Fallbacks: map[string]string{"NotFound": "not found"},
			},
		},
		Zero: map[string]string{httprouterPath + ".Router": "httprouter"},
		Calls: merge(
			symbols(httprouterPath, []string{""}, map[string]Call{
				"New": {Op: OpNew, Kind: "httprouter"},
			}),
			symbols(httprouterPath, []string{"*Router"}, merge(
				verbs(Call{Op: OpRoute, Pattern: 1, Handler: 2}, upperVerbs),
				map[string]Call{
					"Handle":      {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3},
					"Handler":     {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3, Shape: "http"},
					"HandlerFunc": {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3, Shape: "http", Plain: true, Instead: "Handler"},
					"ServeFiles":  {Op: OpRoute, Methods: []string{"GET"}, Pattern: 1, Static: "static"},
					"Lookup":      {Op: OpNop},
				},
			)),
		),
		Effects: merge(
			symbols(httprouterPath, []string{"Params"}, map[string]Effect{"ByName": {Source: SourceParam, Key: 1}}),
			symbols(httprouterPath, []string{""}, map[string]Effect{"ParamsFromContext": {Source: SourceParam}}),
			symbols(httprouterPath, []string{"*Router"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
		),
	}
}

const httprouterPath = "github.com/julienschmidt/httprouter"

// upperVerbs are verb methods that are called like their methods.
var upperVerbs = map[string]string{
	"GET": "GET", "POST": "POST", "PUT": "PUT", "PATCH": "PATCH", "DELETE": "DELETE", "HEAD": "HEAD", "OPTIONS": "OPTIONS",
}
