package frameworks

// github.com/go-swagger/go-swagger with github.com/go-openapi/runtime. What the generator
// writes is ordinary code, and is read as such; the runtime routes by the document that the
// program carries as a text (middleware/router.go, DefaultRouter): of every operation the
// handler is what the API has for its method and path, and there is no route without one.
// A handler that was generated for a secured operation asks Context.Authorize first, which
// is ordinary code too: one of the alternatives that the document lists must hold, each
// scheme as the function of the API that is set for it says. A principal that is nil
// satisfies no alternative; the Authorizer, which allows everybody unless it is set, comes
// after that (middleware/context.go, authorizeImpl). An alternative that demands nothing lets
// pass whoever sends no credential that is wrong. The builder that is given to Serve stands
// behind routing and before all of this, and not around the document and the pages that show it.
func goSwagger() *Framework {
	context := swaggerPath + "/middleware"
	return &Framework{
		Name:     "go-swagger",
		Versions: "v0.36.7, runtime v0.33.4",
		Limits: []string{
			"A document that is not a constant of the program (loads.Spec, an embedded file) is not known, and so are its routes.",
			"APIs that are put together without generated code (package untyped) are not followed.",
			"The document and the pages that show it, which everybody gets, are no routes; they are steps on the way to all others.",
			"The build tag openapi_unsafe_skipauth, with which SetSkipAuth opens every route, is taken not to be set.",
			"The schemes of one alternative are asked in the order of their names; the runtime's order is that of a map.",
		},
		Packages: []string{context, swaggerPath + "/security", "github.com/go-openapi/loads"},
		Absent:   []string{context + ".contextKey"},
		Routers: map[string]*Router{
			"go-swagger": {Type: context + ".Router", Shape: "http", Bind: Live, Join: JoinNone, FindsClean: true},
		},
		Calls: merge(
			symbols("github.com/go-openapi/loads", []string{""}, map[string]Call{"Embedded": {Op: OpDocument, Config: 2}}),
			symbols("github.com/go-openapi/loads", []string{"*Document"}, merge(
				map[string]Call{
					"Spec":     {Op: OpDocument, Config: Recv},
					"BasePath": {Op: OpDocument, Config: Recv, Set: "base"},
				},
				nops("Raw"),
			)),
			symbols("github.com/go-openapi/analysis", []string{""}, map[string]Call{"New": {Op: OpDocument, Config: 1}}),
			symbols("github.com/go-openapi/analysis", []string{"*Spec"}, map[string]Call{
				"SecurityRequirementsFor":            {Op: OpDocument, Config: Recv, Set: "requirements", Handler: 1},
				"SecurityDefinitionsForRequirements": {Op: OpDocument, Config: Recv, Set: "schemes", Handler: 1},
			}),
			symbols(context, []string{"*Context"}, map[string]Call{
				"RoutesHandler": {Op: OpNew, Kind: "go-swagger", Config: Recv, Middleware: 1, Described: &Described{
					Document: "spec", Of: "api", Handler: "HandlerFor", Decides: "Authorizer", Record: context + ".MatchedRoute",
					Builder:  context + ".newDefaultRouteBuilder",
					Security: "(*" + context + ".defaultRouteBuilder).buildAuthenticators",
				}},
			}),
		),
		Effects: merge(
			symbols(context, []string{"*Context"}, map[string]Effect{
				"RouteInfo":        {Roles: []Role{RoleRecord, RoleRequest, RoleNone}},
				"BindValidRequest": {Source: SourceBody},
				"Respond":          {Status: 5, Refuses: true, Renders: "WriteResponse"},
			}),
			symbols(context, []string{""}, map[string]Effect{
				"Error":                 {Error: true, Status: 1},
				"NotImplemented":        {Error: true, StatusIs: 501},
				"MatchedRouteFrom":      {Source: SourceMatch},
				"SecurityPrincipalFrom": {Source: SourceContext},
				"SecurityScopesFrom":    {Source: SourceContext},
			}),
			symbols("github.com/go-openapi/errors", []string{""}, map[string]Effect{
				"New":             {Error: true, Status: 1},
				"Unauthenticated": {Error: true, StatusIs: 401},
				"NotFound":        {Error: true, StatusIs: 404},
				"NotImplemented":  {Error: true, StatusIs: 501},
				"ServeError":      {Status: 3, Refuses: true},
			}),
			symbols("github.com/go-openapi/swag/typeutils", []string{""}, map[string]Effect{"IsZero": {Zero: 1}}),
		),
	}
}

const swaggerPath = "github.com/go-openapi/runtime"
