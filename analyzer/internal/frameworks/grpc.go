package frameworks

// google.golang.org/grpc. A method of a service is a route: POST, and the name of the
// service and the method as its path (internal/transport, http2_client.go). RegisterService, which
// generated code calls, is given a description with two lists, of unary methods
// and of streams (server.go, register). The interceptors are fixed when the server is made: that of
// UnaryInterceptor is outermost wherever the option stands, those of
// ChainUnaryInterceptor follow in their order (server.go, chainUnaryServerInterceptors), and both are
// for unary methods only; those for streams are others. An interceptor goes on by calling the
// handler that it is given. An error answers with the code of its method
// GRPCStatus, also of one that it wraps (status.go, FromError), any other error is
// Unknown. Codes are written as the HTTP statuses that they stand for: see codes.go.
func grpc() *Framework {
	return &Framework{
		Name:     "grpc",
		Versions: "v1.85.0",
		Limits: []string{
			"Client certificates that the transport asks for (grpc.Creds) are no guard.",
			"UnknownServiceHandler and InTapHandle are not followed.",
			"The policies of package authz are not read.",
		},
		Packages: []string{
			grpcPath, grpcPath + "/metadata", grpcPath + "/status", grpcPath + "/peer", grpcPath + "/credentials", grpcPath + "/reflection",
		},
		Codes: map[string]map[string]int{grpcPath + "/codes.Code": rpcCodes},
		Shapes: map[string]*Shape{
			"grpc unary": {
				Name: "grpc unary", Params: []Role{RoleRecord, RoleValues, RoleDecode, RoleNil}, Glue: true,
				ReturnsError: true, ErrorMethod: "GRPCStatus", ErrorUnwraps: true, ErrorStatus: 500,
			},
			"grpc stream": {
				Name: "grpc stream", Params: []Role{RoleRecord, RoleContext}, Glue: true,
				ReturnsError: true, ErrorMethod: "GRPCStatus", ErrorUnwraps: true, ErrorStatus: 500,
			},
			"grpc unary interceptor": {
				Name: "grpc unary interceptor", Params: []Role{RoleValues, RoleInput, RoleCall, RoleNext}, Explicit: true, For: []string{"grpc unary"},
				ReturnsError: true, ErrorMethod: "GRPCStatus", ErrorUnwraps: true, ErrorStatus: 500,
			},
			"grpc stream interceptor": {
				Name: "grpc stream interceptor", Params: []Role{RoleRecord, RoleContext, RoleCall, RoleNext}, Explicit: true, For: []string{"grpc stream"},
				ReturnsError: true, ErrorMethod: "GRPCStatus", ErrorUnwraps: true, ErrorStatus: 500,
			},
		},
		Routers: map[string]*Router{
			"grpc": {Type: grpcPath + ".Server", Shape: "grpc unary", Bind: Live, Join: JoinNone},
		},
		Calls: merge(
			symbols(grpcPath, []string{""}, merge(
				map[string]Call{
					"NewServer":              {Op: OpNew, Kind: "grpc", Options: 1},
					"UnaryInterceptor":       {Op: OpOption, Middleware: 1, Shape: "grpc unary interceptor", Set: "first"},
					"ChainUnaryInterceptor":  {Op: OpOption, Middleware: 1, Shape: "grpc unary interceptor"},
					"StreamInterceptor":      {Op: OpOption, Middleware: 1, Shape: "grpc stream interceptor", Set: "first"},
					"ChainStreamInterceptor": {Op: OpOption, Middleware: 1, Shape: "grpc stream interceptor"},
				},
				each(
					Call{Op: OpOption}, "SharedWriteBuffer", "WriteBufferSize", "ReadBufferSize", "InitialWindowSize", "InitialConnWindowSize", "StaticStreamWindowSize",
					"StaticConnWindowSize", "KeepaliveParams", "KeepaliveEnforcementPolicy", "CustomCodec", "ForceServerCodec", "ForceServerCodecV2",
					"RPCCompressor", "RPCDecompressor", "MaxMsgSize", "MaxRecvMsgSize", "MaxSendMsgSize", "MaxConcurrentStreams", "Creds", "InTapHandle",
					"StatsHandler", "UnknownServiceHandler", "ConnectionTimeout", "MaxHeaderListSize", "HeaderTableSize", "NumStreamWorkers", "WaitForHandlers",
				),
			)),
			symbols(grpcPath, []string{"*Server", "ServiceRegistrar"}, map[string]Call{
				"RegisterService": {
					Op: OpService, Methods: []string{"POST"}, Record: 1, Fields: []string{"ServiceName"}, Given: 2,
					Lists: []Listed{{"Methods", "MethodName", "Handler", "grpc unary"}, {"Streams", "StreamName", "Handler", "grpc stream"}},
				},
			}),
			symbols(grpcPath, []string{"*Server"}, merge(
				map[string]Call{"Serve": {Op: OpServe, Handler: Recv, Listener: 1}},
				nops("GetServiceInfo", "Stop", "GracefulStop"),
			)),
		),
		Fields: map[string]Part{
			"call.FullMethod": {Source: SourceRoute},
			"call.Server":     {Record: true},
			"tls.AuthInfo":    {Source: SourceTLS},
			"tls.State":       {Source: SourceTLS},
			"tls.Addr":        {Source: SourceAddress},
		},
		Roles: map[string]Role{
			grpcPath + "/credentials.TLSInfo": RoleTLS, "crypto/tls.ConnectionState": RoleTLS,
		},
		Effects: grpcEffects(),
	}
}

const grpcPath = "google.golang.org/grpc"

// What handlers and interceptors read and write. The metadata of a call is always there.
func grpcEffects() map[string]Effect {
	return merge(
		symbols(grpcPath, []string{"*Server"}, map[string]Effect{"ServeHTTP": {Handler: Recv}}),
		symbols(grpcPath, []string{""}, map[string]Effect{
			"Method":                 {Source: SourceRoute, Anonymous: []string{"", "true"}},
			"MethodFromServerStream": {Source: SourceRoute, Anonymous: []string{"", "true"}},
			"SetHeader":              {Answers: true},
			"SendHeader":             {Answers: true},
			"SetTrailer":             {Answers: true},
		}),
		symbols(grpcPath, []string{"ServerStream"}, map[string]Effect{
			"Context":    {Source: SourceRequest},
			"SetHeader":  {Answers: true},
			"SendHeader": {Answers: true},
			"SetTrailer": {Answers: true},
			"SendMsg":    {Writes: true, Answers: true},
			"RecvMsg":    {Source: SourceBody},
		}),
		symbols(grpcPath, []string{"*GenericServerStream", "ServerStreamingServer", "ClientStreamingServer", "BidiStreamingServer"}, map[string]Effect{
			"Send":         {Writes: true, Answers: true},
			"SendAndClose": {Writes: true, Answers: true},
			"Recv":         {Source: SourceBody},
		}),
		symbols(grpcPath+"/metadata", []string{""}, map[string]Effect{
			"FromIncomingContext":      {Source: SourceHeader, Anonymous: []string{"", "true"}},
			"ValueFromIncomingContext": {Source: SourceHeader, Key: 2},
			"NewIncomingContext":       {Source: SourceRequest},
			"NewOutgoingContext":       {Source: SourceRequest},
			"AppendToOutgoingContext":  {Source: SourceRequest},
		}),
		symbols(grpcPath+"/metadata", []string{"MD"}, map[string]Effect{
			"Get":  {Source: SourceHeader, Key: 1},
			"Copy": {Source: SourceHeader},
		}),
		symbols(grpcPath+"/peer", []string{""}, map[string]Effect{"FromContext": {Source: SourceTLS, Anonymous: []string{"", "true"}}}),
		symbols(grpcPath+"/status", []string{""}, map[string]Effect{
			"Error":   {Error: true, Status: 1, Codes: rpcCodes},
			"Errorf":  {Error: true, Status: 1, Codes: rpcCodes},
			"New":     {Error: true, Status: 1, Codes: rpcCodes},
			"Newf":    {Error: true, Status: 1, Codes: rpcCodes},
			"Convert": {Keeps: true},
		}),
		symbols(grpcPath+"/internal/status", []string{"*Status"}, map[string]Effect{
			"Err":         {Keeps: true},
			"WithDetails": {Keeps: true},
		}),
	)
}
