// Package groups is where the parts of the application stand side by side; it sees nothing of HTTP.
package groups

import "github.com/guardvet/guardvet/testdata/samples/traps/groups/users"

// App has the parts.
var App = new(Group)

// A Group has one part.
type Group struct{ Users users.Group }
