package frameworks

// Actions say how the methods of an object become handlers. Every request gets a copy of the
// object, of which some methods are called before the one that serves, and some after it.
type Actions struct {
	// Mapping is a text that names the methods, or a list of which the first counts:
	// "get,head:List;post:Create"; "*" stands for any method of HTTP.
	Mapping Arg
	// Verbs are the methods that serve where nothing is mapped, by method of HTTP. One that is
	// the framework's own answers that the method is not allowed, and is no route.
	Verbs map[string]string
	// Each: all methods without parameters are routes for any method of HTTP, below the Pattern,
	// the name of the object's type less Trim, and their own: both in lower case or
	// neither, and with whatever lies below. Except are names that are none.
	Each   bool
	Trim   string
	Except []string
	// Listed is a package variable, a map from "package path:type" to lists of structs: each
	// is a route, of which these fields are the method, the pattern, and the methods of HTTP.
	// What else the struct says in the fields Unread is not followed.
	Listed string
	Fields []string
	Unread []string

	// Before and After are methods that are called around. Those that have parameters get
	// the request, two texts and the object itself.
	Before, After []string
	// Written is a function, described by an Effect, that is asked whether the
	// response is written: then the method is not called.
	Written string
	// Context is the type of what the request is.
	Context string
}
