package frameworks

// What gorilla/mux does while a request is served.
func gorillaEffects() map[string]Effect {
	return merge(
		symbols(gorillaPath, []string{""}, map[string]Effect{
			"Vars":         {Source: SourceParam},
			"CurrentRoute": {Source: SourceMatch},
			"SetURLVars":   {Role: RoleRequest},
		}),
		symbols(gorillaPath, []string{"*Route"}, map[string]Effect{
			"GetName":         {Source: SourceName},
			"GetPathTemplate": {Source: SourceRoute},
			"GetMethods":      {Source: SourceMethod},
		}),
		symbols(gorillaPath, []string{"*Router"}, map[string]Effect{
			"ServeHTTP": {Handler: Recv},
		}),
	)
}
