package frameworks

// goa.design/goa/v3/http. What goa writes is ordinary code, and is read as such; only
// the muxer that it registers with is a table. It is a mux of chi's: what is given
// to Use stands around routing and reaches every route (mux.go, Use), a pattern is
// whole, and ends in "{*name}" for all that lies below. goa's own Server.Use wraps the
// handlers of the endpoints; Mount registers them, and the file servers, which it
// does not wrap. The endpoints call the application's own function for what the
// design secures, and ask for nothing else: it is handed the scheme, with the scopes
// (codegen/service/templates/endpoint_method.go.tpl), and may look at them or not.
func goa() *Framework {
	return &Framework{
		Name:     "goa",
		Versions: "v3.25.3",
		Limits: []string{
			"ResolvePattern and what reads the pattern of the request are not followed.",
			"Endpoints that are served by gRPC are routes of gRPC; what one with several alternatives of schemes asks for is too much to follow.",
		},
		Packages: []string{goaPath, goaSecurity},
		Handed:   goaSchemes("BasicScheme", "APIKeyScheme", "JWTScheme", "OAuth2Scheme"),
		Routers: map[string]*Router{
			"goa": {Type: goaPath + ".mux", Shape: "http", Bind: Live, Join: JoinNone, Replaces: true},
		},
		Calls: merge(
			symbols(goaPath, []string{""}, map[string]Call{"NewMuxer": {Op: OpNew, Kind: "goa"}}),
			symbols(goaPath, []string{"Muxer", "MiddlewareMuxer", "ResolverMuxer"}, map[string]Call{
				"Handle":         {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3},
				"Use":            {Op: OpUse, Middleware: 1},
				"ResolvePattern": {Op: OpNop},
			}),
		),
		Effects: merge(
			symbols(goaPath, []string{"Muxer", "MiddlewareMuxer", "ResolverMuxer"}, map[string]Effect{
				"Vars":      {Source: SourceParam},
				"ServeHTTP": {Handler: Recv},
			}),
			symbols(goaPath, []string{""}, map[string]Effect{
				"ResponseEncoder": {Role: RoleWriter},
				"RequestDecoder":  {Role: RoleRequest},
			}),
			symbols(goaPath, []string{"Encoder", "EncodingFunc"}, map[string]Effect{"Encode": {Writes: true, Answers: true}}),
			symbols(goaPath, []string{"Decoder"}, map[string]Effect{"Decode": {Source: SourceBody}}),
		),
	}
}

const (
	goaPath     = "goa.design/goa/v3/http"
	goaSecurity = "goa.design/goa/v3/security"
)

// goaSchemes are the types of what endpoints hand over (security/scheme.go).
func goaSchemes(names ...string) []Handed {
	var out []Handed
	for _, name := range names {
		out = append(out, Handed{Type: goaSecurity + "." + name, Name: "Name", Scopes: []string{"RequiredScopes", "Scopes"}})
	}
	return out
}
