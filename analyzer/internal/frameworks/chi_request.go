package frameworks

// What chi and its companions do while a request is served. Its middleware is
// read from source; only what reads the routing context is named here.
func chiEffects() map[string]Effect {
	return merge(
		symbols(chiPath, []string{""}, map[string]Effect{
			"URLParam":        {Source: SourceParam, Key: 2},
			"URLParamFromCtx": {Source: SourceParam, Key: 2},
			"RouteContext":    {Source: SourceRouting},
			"NewRouteContext": {Spares: true},
		}),
		symbols(chiPath, []string{"*Mux", "Router"}, map[string]Effect{
			"ServeHTTP": {Handler: Recv},
		}),
		symbols(chiPath+"/middleware", []string{""}, map[string]Effect{
			"GetReqID":              {Spares: true},
			"NewWrapResponseWriter": {Role: RoleWriter},
			"GetClientIP":           {Source: SourceAddress},
		}),
		symbols("github.com/go-chi/render", []string{""}, map[string]Effect{
			"Status":     {Status: 2, Sets: true},
			"JSON":       {Writes: true},
			"PlainText":  {Writes: true},
			"HTML":       {Writes: true},
			"NoContent":  {StatusIs: 204},
			"Bind":       {Source: SourceBody},
			"DecodeJSON": {Source: SourceBody},
		}),
	)
}
