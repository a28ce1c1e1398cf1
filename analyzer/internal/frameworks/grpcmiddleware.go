package frameworks

// github.com/grpc-ecosystem/go-grpc-middleware/v2: interceptors, which are read like
// the application's own. What is said here is what they know of a call (callmeta.go), and of
// its metadata (metadata/metadata.go). A service that has the method AuthFuncOverride is asked
// by that instead of the function of the interceptor (interceptors/auth/auth.go).
func grpcMiddleware() *Framework {
	return &Framework{
		Name:     "go-grpc-middleware",
		Versions: "v2.3.4",
		Packages: []string{grpcMiddlewarePath + "/interceptors"},
		Fields:   map[string]Part{"call.Service": {Source: SourceService}, "call.Method": {Source: SourceCall}},
		Roles:    map[string]Role{grpcMiddlewarePath + "/interceptors.CallMeta": RoleCall},
		Effects: merge(
			symbols(grpcMiddlewarePath+"/interceptors", []string{""}, map[string]Effect{"NewServerCallMeta": {Role: RoleCall}}),
			symbols(grpcMiddlewarePath+"/interceptors", []string{"CallMeta"}, map[string]Effect{"FullMethod": {Source: SourceRoute}}),
			symbols(grpcMiddlewarePath+"/metadata", []string{""}, map[string]Effect{"ExtractIncoming": {Source: SourceHeader}}),
			symbols(grpcMiddlewarePath+"/metadata", []string{"MD"}, map[string]Effect{"Get": {Source: SourceHeader, Key: 1}, "Clone": {Source: SourceHeader}}),
		),
	}
}

const grpcMiddlewarePath = "github.com/grpc-ecosystem/go-grpc-middleware/v2"
