// Package contract holds the routes that a program serves against what an OpenAPI
// document says that it serves: operations that nothing serves, routes that are not in
// the document, security that is declared and not enforced, and the reverse.
//
// Of the document only paths, methods and security are read, of versions 2.0, 3.0, 3.1
// and 3.2 alike; whether it is a valid one is not asked. That is so little that a YAML
// reader does (two packages' worth, no requirements of its own), where the libraries for
// OpenAPI bring five modules or more and do not read all of these versions.
package contract

import "github.com/guardvet/guardvet/analyzer/internal/routes"

// A Document is what is read of an OpenAPI document.
type Document struct {
	// Bases are the paths of its servers, in order: "/v1" of "https://example.com/v1".
	Bases      []string
	Operations []Operation
	// Unread are places that stand for more than was read: references to other files.
	Unread []Place
}

// An Operation is a method of a path.
type Operation struct {
	Method string // in capitals; "*" for all methods of a path that was not read
	Path   string
	// Secured says that every way to satisfy its security demands something.
	Secured bool
	// Unknown is set where its security was not read.
	Unknown bool
	// Scopes are those of each alternative of its security.
	Scopes   [][]string
	Position routes.Position // in the document
}

// A Place is a position with what is to be said of it.
type Place struct {
	Position routes.Position `json:"position"`
	Message  string          `json:"message"`
}

// Kind says in what program and document differ.
type Kind string

// The kinds. NotServed: an operation that no route serves. Undocumented: a route that is
// no operation. NotEnforced: declared security that the route does not ask for.
// NotDeclared: a guarded route whose operation declares none. Scopes: the operation
// declares scopes, and the guards demand others or none.
const (
	NotServed    Kind = "not served"
	Undocumented Kind = "undocumented"
	NotEnforced  Kind = "not enforced"
	NotDeclared  Kind = "not declared"
	Scopes       Kind = "scopes"
)

// Kinds are the kinds in the order in which a comparison lists them.
var Kinds = []Kind{NotServed, NotEnforced, NotDeclared, Scopes, Undocumented}

// A Difference is one place where program and document do not agree. Its message begins
// with the kind.
type Difference struct {
	Kind Kind `json:"kind"`
	Place
	Operation string `json:"operation,omitempty"` // as the document has it
	Route     string `json:"route,omitempty"`     // as the program has it
}

// A Comparison is what Compare finds.
type Comparison struct {
	Base        string       `json:"base"` // of the document's servers, below which the paths are served
	Operations  int          `json:"operations"`
	Matched     int          `json:"matched"` // operations that a route serves
	Routes      int          `json:"routes"`
	Differences []Difference `json:"differences"`
	Unknown     []Place      `json:"unknown"` // what could not be compared, and why
}
