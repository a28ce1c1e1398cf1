package frameworks

// github.com/grpc-ecosystem/grpc-gateway/v2/runtime. A mux of handlers that get the
// parameters of the path besides writer and request; what the generator registers with it
// is ordinary code, and is read as such. Its patterns are package variables, compiled
// to the program of a small machine (runtime/pattern.go). The middleware is given when the
// mux is made and reaches every handler, and not the 404 and 405 (runtime/mux.go, handleHandler). Of
// two patterns that match, the one registered last serves.
//
// RegisterXHandlerServer calls the service itself: no interceptor of a gRPC server is
// passed. The others, RegisterXHandler, …HandlerClient and …HandlerFromEndpoint, send
// the call to a server by a client; what that asks for is not known here. An error is
// answered with the HTTP status that its code stands for (runtime/errors.go).
func gateway() *Framework {
	return &Framework{
		Name:     "grpc-gateway",
		Versions: "v2.33.0",
		Limits: []string{
			"What is sent to a gRPC server by a client is unknown, also if that server is part of the program.",
			"WithErrorHandler, WithRoutingErrorHandler and WithMetadata are not followed.",
			"A POST of a form with X-HTTP-Method-Override reaches the handlers of other methods; middleware that asks for the method sees the new one.",
			"Of patterns that overlap, each is judged for itself.",
		},
		Packages: []string{gatewayPath},
		Shapes: map[string]*Shape{
			"gateway": {Name: "gateway", Params: []Role{RoleWriter, RoleRequest, RoleNone}, Wrap: true},
		},
		Routers: map[string]*Router{
			"gateway": {Type: gatewayPath + ".ServeMux", Shape: "gateway", Bind: Live, Join: JoinNone, Replaces: true},
		},
		Calls: merge(
			symbols(gatewayPath, []string{""}, merge(
				map[string]Call{
					"NewServeMux":           {Op: OpNew, Kind: "gateway", Options: 1},
					"WithMiddlewares":       {Op: OpOption, Middleware: 1, Shape: "gateway"},
					"NewPattern":            {Op: OpPattern, Codes: 2, Pool: 3, Verb: 4},
					"NewPatternWithOptions": {Op: OpPattern, Codes: 2, Pool: 3, Verb: 4},
					"MustPattern":           {Op: OpPattern, Pattern: 1},
				},
				each(
					Call{Op: OpOption}, "WithForwardResponseOption", "WithForwardResponseRewriter", "WithMarshalerOption", "SetQueryParameterParser",
					"WithIncomingHeaderMatcher", "WithOutgoingHeaderMatcher", "WithOutgoingTrailerMatcher", "WithMetadata", "WithErrorHandler",
					"WithStreamErrorHandler", "WithRoutingErrorHandler", "WithDisablePathLengthFallback", "WithDisableHTTPMethodOverride",
					"WithUnescapingMode", "WithWriteContentLength", "WithDisableChunkedEncoding", "WithLegacyHeaderMatching", "WithStrictDeepWildcard",
				),
			)),
			symbols(gatewayPath, []string{"*ServeMux"}, merge(
				map[string]Call{
					"Handle":     {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3},
					"HandlePath": {Op: OpRoute, Method: 1, Pattern: 2, Handler: 3},
				},
				nops("GetForwardResponseOptions"),
			)),
		),
		Effects: merge(
			symbols(gatewayPath, []string{"*ServeMux"}, map[string]Effect{
				"ServeHTTP":                 {Handler: Recv},
				"GetForwardResponseOptions": {Spares: true},
			}),
			symbols(gatewayPath, []string{""}, map[string]Effect{
				"AnnotateIncomingContext":  {Role: RoleValues, Anonymous: []string{"", "nil"}},
				"AnnotateContext":          {Reroutes: true}, // called by what sends the request to a server
				"NewServerMetadataContext": {Source: SourceRequest},
				"MarshalerForRequest":      {Spares: true},
				"HTTPError":                {Status: 6, Writes: true},
				"ForwardResponseMessage":   {Writes: true},
				"ForwardResponseStream":    {Writes: true},
				"HTTPStatusFromCode":       {Spares: true},
				"PopulateQueryParameters":  {Source: SourceBody},
				"PopulateFieldFromPath":    {Source: SourceParam},
			}),
			symbols(gatewayPath, []string{"Decoder", "DecoderFunc"}, map[string]Effect{"Decode": {Source: SourceBody}}),
			symbols("google.golang.org/grpc", []string{""}, map[string]Effect{"NewContextWithServerTransportStream": {Source: SourceRequest}}),
		),
	}
}

const gatewayPath = "github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
