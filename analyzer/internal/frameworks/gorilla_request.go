package frameworks

// What gorilla/mux does while a request is served.
var gorillaEffects = symbols(gorillaPath, []string{""}, map[string]Effect{
	"Vars":         {Source: SourceParam},
	"CurrentRoute": {Source: SourcePath},
	"SetURLVars":   {Role: RoleRequest},
})

var gorillaFields = map[string]Part{}

var gorillaErrors = map[string]int{}
