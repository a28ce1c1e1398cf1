package frameworks

// What gorilla/mux does while a request is served.
var gorillaEffects = merge(
	symbols(gorillaPath, []string{""}, map[string]Effect{
		"Vars":         {Source: SourceParam},
		"CurrentRoute": {Source: SourcePath},
		"SetURLVars":   {Role: RoleRequest},
	}),
	symbols(gorillaPath, []string{"*Route"}, map[string]Effect{
		"GetName":         {Source: SourcePath},
		"GetPathTemplate": {Source: SourcePath},
		"GetMethods":      {Source: SourceMethod},
	}),
	symbols(gorillaPath, []string{"*Router"}, map[string]Effect{
		"ServeHTTP": {Handler: Recv},
	}),
)

var gorillaFields = map[string]Part{}

var gorillaErrors = map[string]int{}
