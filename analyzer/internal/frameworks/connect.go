package frameworks

// connectrpc.com/connect. A handler serves one method: POST, and the name of the procedure
// as its path (handler.go, NewUnaryHandler). Generated code makes one for each method and tells their
// paths apart by a switch. The options are fixed then, for each handler: one that
// is made without them passes nothing. The gates (WithRequestGate) come first, in their order,
// then the interceptors, the first one outermost (handler.go, Handler.ServeHTTP; interceptor.go,
// newChain). WrapUnary of an interceptor is for unary methods, WrapStreamingHandler for
// streams; a UnaryInterceptorFunc lets streams pass (interceptor.go). An error answers with its
// code, also one that is wrapped (error.go, asError), any other error is unknown. Codes are written as the
// HTTP statuses that they stand for: see codes.go; streams and the protocol of gRPC answer 200, and the code
// comes at the end.
func connect() *Framework {
	return &Framework{
		Name:     "connect",
		Versions: "v1.21.1",
		Limits: []string{
			"A method without side effects answers GET too, and is listed for POST only.",
			"WithConditionalHandlerOptions is not followed.",
		},
		Packages: []string{connectPath},
		Codes:    map[string]map[string]int{connectPath + ".Code": rpcCodes},
		Shapes: merge(
			connectHandler("connect unary", RoleRequest),
			connectHandler("connect unary simple", RoleInput),
			connectHandler("connect client stream", RoleContext),
			connectHandler("connect server stream", RoleRequest, RoleWriter),
			connectHandler("connect server stream simple", RoleInput, RoleWriter),
			connectHandler("connect bidi stream", RoleContext),
			map[string]*Shape{
				"connect gate": {
					Name: "connect gate", Params: []Role{RoleValues, RoleCall, RoleNone, RoleHeader}, Checks: true,
					ReturnsError: true, ErrorUnwraps: true, ErrorStatus: 500,
				},
				"connect unary interceptor": {
					Name: "connect unary interceptor", Params: []Role{RoleValues, RoleRequest}, Wrap: true, MiddlewareMethod: "WrapUnary",
					For: []string{"connect unary", "connect unary simple"}, ReturnsError: true, ErrorUnwraps: true, ErrorStatus: 500,
				},
				"connect stream interceptor": {
					Name: "connect stream interceptor", Params: []Role{RoleValues, RoleContext}, Wrap: true, MiddlewareMethod: "WrapStreamingHandler",
					For:          []string{"connect client stream", "connect server stream", "connect server stream simple", "connect bidi stream"},
					ReturnsError: true, ErrorUnwraps: true, ErrorStatus: 500,
				},
			},
		),
		Routers: map[string]*Router{
			"connect": {Type: connectPath + ".Handler", Shape: "connect unary", Bind: Live, Join: JoinNone},
		},
		Calls: symbols(connectPath, []string{""}, merge(
			map[string]Call{
				"NewUnaryHandler":              connectNew("connect unary"),
				"NewUnaryHandlerSimple":        connectNew("connect unary simple"),
				"NewClientStreamHandler":       connectNew("connect client stream"),
				"NewClientStreamHandlerSimple": connectNew("connect client stream"),
				"NewServerStreamHandler":       connectNew("connect server stream"),
				"NewServerStreamHandlerSimple": connectNew("connect server stream simple"),
				"NewBidiStreamHandler":         connectNew("connect bidi stream"),
				"WithInterceptors":             {Op: OpOption, Middleware: 1, Shapes: []string{"connect unary interceptor", "connect stream interceptor"}},
				"WithRequestGate":              {Op: OpOption, Middleware: 1, Shape: "connect gate", Set: "first"},
				"WithHandlerOptions":           {Op: OpOption, Options: 1},
				"WithOptions":                  {Op: OpOption, Options: 1},
			},
			each(
				Call{Op: OpOption}, "WithCompression", "WithRecover", "WithRequireConnectProtocolHeader", "WithConditionalHandlerOptions", "WithSchema",
				"WithRequestInitializer", "WithCodec", "WithCompressMinBytes", "WithReadMaxBytes", "WithSendMaxBytes", "WithIdempotency",
			),
		)),
		Fields: map[string]Part{
			"request.Msg":    {Source: SourceBody},
			"call.Procedure": {Source: SourceRoute},
			"call.IsClient":  {Never: true},
		},
		Roles:   map[string]Role{connectPath + ".Spec": RoleCall},
		Effects: connectEffects(),
	}
}

const connectPath = "connectrpc.com/connect"

// connectHandler is the shape of a handler with the parameters, besides the context.
func connectHandler(name string, params ...Role) map[string]*Shape {
	return map[string]*Shape{name: {
		Name: name, Params: append([]Role{RoleValues}, params...), ReturnsError: true, ErrorUnwraps: true, ErrorStatus: 500,
	}}
}

// connectNew makes a handler.
func connectNew(shape string) Call {
	return Call{
		Op: OpNew, Kind: "connect", Methods: []string{"POST"}, Pattern: 1, Handler: 2, Given: 2, HandlerShape: shape, Options: 3,
	}
}

func connectEffects() map[string]Effect {
	return merge(
		symbols(connectPath, []string{"*Handler"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
		symbols(connectPath, []string{""}, map[string]Effect{
			"NewError":                  {Error: true, Status: 1, Codes: rpcCodes},
			"NewWireError":              {Error: true, Status: 1, Codes: rpcCodes},
			"CallInfoForHandlerContext": {Role: RoleRequest, Anonymous: []string{"", "true"}},
			"NewResponse":               {Spares: true},
		}),
		symbols(connectPath, []string{"*Request", "AnyRequest", "CallInfo", "*ClientStream", "*BidiStream", "StreamingHandlerConn"}, map[string]Effect{
			"Header":          {Source: SourceHeader},
			"RequestHeader":   {Source: SourceHeader},
			"Spec":            {Role: RoleCall},
			"Peer":            {Source: SourceAddress},
			"HTTPMethod":      {Source: SourceMethod},
			"Any":             {Source: SourceBody},
			"Receive":         {Source: SourceBody},
			"Msg":             {Source: SourceBody},
			"Err":             {Source: SourceBody},
			"Conn":            {Role: RoleContext},
			"Send":            {Writes: true, Answers: true},
			"ResponseHeader":  {Spares: true},
			"ResponseTrailer": {Spares: true},
		}),
		symbols(connectPath, []string{"*ServerStream"}, map[string]Effect{
			"Send":            {Writes: true, Answers: true},
			"Conn":            {Role: RoleContext},
			"ResponseHeader":  {Spares: true},
			"ResponseTrailer": {Spares: true},
		}),
		symbols(connectPath, []string{"*ErrorWriter"}, map[string]Effect{"Write": {Status: 3, Refuses: true}, "IsSupported": {Source: SourceContent}}),
		symbols("connectrpc.com/authn", []string{""}, map[string]Effect{"InferProcedure": {Source: SourcePath, Anonymous: []string{"", "true"}}}),
		symbols(connectPath, []string{"*Error"}, map[string]Effect{"AddDetail": {Spares: true}, "Meta": {Spares: true}}),
		symbols(connectPath, []string{"*Response", "AnyResponse"}, map[string]Effect{"Header": {Spares: true}, "Trailer": {Spares: true}}),
	)
}
