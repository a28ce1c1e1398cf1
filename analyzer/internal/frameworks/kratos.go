package frameworks

// github.com/go-kratos/kratos. Its HTTP server is a router of gorilla/mux in ordinary code,
// and is read as such: routes, filters, error encoders. What is a table is the transport, by
// which middleware sees the request, and the errors. Middleware stands around what a handler
// passes to ctx.Middleware, which generated handlers do and others need not
// (transport/http/context.go): a handler that does not, passes none. Which middleware that
// is, is found by the operation that the handler has set, a pattern if it set none
// (internal/matcher; transport/http/server.go, Server.filter). What is given to the option
// Middleware later takes the place of what was there.
func kratos() *Framework {
	return &Framework{
		Name:     "kratos",
		Versions: "v2.8.3",
		Limits: []string{
			"What no route matches goes to http.DefaultServeMux, and is no route.",
			"Of services that kratos serves by gRPC, streams are unknown, whatever StreamMiddleware says, and so are the methods of a server without middleware; the place that serves them is said to be incomplete.",
		},
		Packages: []string{
			kratosPath, kratosPath + "/transport", kratosPath + "/transport/http", kratosPath + "/transport/grpc", kratosPath + "/middleware",
			kratosPath + "/middleware/selector", kratosPath + "/internal/matcher", kratosPath + "/errors",
		},
		Handlers: []string{kratosPath + "/transport/http.HandlerFunc", kratosPath + "/middleware.Handler"},
		Calls:    symbols(kratosPath, []string{""}, map[string]Call{"Server": {Op: OpRun, Func: 1, Set: "Start"}}),
		Along:    map[string][]string{kratosPath + "/transport/http.NewServer": {"(*" + kratosPath + "/transport/http.Server).Start"}},
		Errors: symbols(kratosPath+"/middleware/auth/jwt", []string{""}, each(401, "ErrMissingJwtToken", "ErrMissingKeyFunc", "ErrTokenInvalid",
			"ErrTokenExpired", "ErrTokenParseFail", "ErrUnSupportSigningMethod", "ErrWrongContext", "ErrNeedTokenProvider", "ErrSignToken", "ErrGetKey")),
		Effects: merge(
			symbols(kratosPath+"/transport", []string{""}, map[string]Effect{
				"FromServerContext": {Role: RoleRequest, Anonymous: []string{"", "true"}},
				"NewServerContext":  {Source: SourceRequest},
			}),
			symbols(kratosPath+"/transport", []string{"Transporter"}, kratosTransport()),
			symbols(kratosPath+"/transport", []string{"Header"}, kratosHeader()),
			symbols(kratosPath+"/transport/http", []string{"*Transport", "Transporter"}, kratosTransport()),
			symbols(kratosPath+"/transport/http", []string{""}, map[string]Effect{
				"RequestFromServerContext": {Role: RoleRequest, Anonymous: []string{"", "true"}},
				"SetOperation":             {Source: SourceRoute, Stores: 2},
				"SetCookie":                {Spares: true},
				"DefaultErrorEncoder":      {Status: 3, Refuses: true},
				"DefaultResponseEncoder":   {Writes: true, Answers: true},
				"DefaultRequestVars":       {Source: SourceBody},
				"DefaultRequestQuery":      {Source: SourceBody},
				"DefaultRequestDecoder":    {Source: SourceBody},
			}),
			symbols(kratosPath+"/errors", []string{""}, merge(
				each(Effect{Error: true, Status: 1}, "New", "Newf", "Errorf"),
				kratosErrors(),
				map[string]Effect{"FromError": {Keeps: true}, "Clone": {Keeps: true}},
			)),
			symbols(kratosPath+"/errors", []string{"*Error"}, each(Effect{Keeps: true}, "WithCause", "WithMetadata")),
		),
	}
}

const kratosPath = "github.com/go-kratos/kratos/v2"

func kratosTransport() map[string]Effect {
	return map[string]Effect{
		"Operation":     {Source: SourceRoute},
		"PathTemplate":  {Source: SourceRoute},
		"RequestHeader": {Source: SourceHeader},
		"Request":       {Role: RoleRequest},
		"ReplyHeader":   {Spares: true},
		"Kind":          {Spares: true},
		"Endpoint":      {Spares: true},
	}
}

func kratosHeader() map[string]Effect {
	return map[string]Effect{
		"Get":    {Source: SourceHeader, Key: 1},
		"Values": {Source: SourceHeader, Key: 1},
		"Keys":   {Source: SourceHeader},
		"Set":    {Spares: true},
		"Add":    {Spares: true},
	}
}

// kratosErrors() make errors with a status of their own (errors/types.go).
func kratosErrors() map[string]Effect {
	return map[string]Effect{
		"BadRequest":         {Error: true, StatusIs: 400},
		"Unauthorized":       {Error: true, StatusIs: 401},
		"Forbidden":          {Error: true, StatusIs: 403},
		"NotFound":           {Error: true, StatusIs: 404},
		"Conflict":           {Error: true, StatusIs: 409},
		"InternalServer":     {Error: true, StatusIs: 500},
		"ServiceUnavailable": {Error: true, StatusIs: 503},
		"GatewayTimeout":     {Error: true, StatusIs: 504},
		"ClientClosed":       {Error: true, StatusIs: 499},
	}
}
