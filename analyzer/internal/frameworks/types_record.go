package frameworks

// A Brought is a route of the framework's own: its path is what a field of the
// configuration holds, and a suffix. Without a path there is no such route.
type Brought struct{ Field, Suffix string }

// A Described says where the Config has a document (OpenAPI 2.0) and what serves its
// operations, as names of fields and methods. Record is the type of the struct by which
// handlers know their route: its fields Handler, Authenticators and Authorizer are what
// Handler, Security and Decides return.
type Described struct {
	Document, Of string // fields of the Config
	Handler      string // method of Of: the handler for a method and a path, and whether there is one
	Decides      string // method of Of
	Builder      string // symbol of a function of the document and of Of; Security is a method of its result
	Security     string // symbol; what stands for the operation is its argument
	Record       string
}

// A Listed is a list of structs, each of which is one route of a service: its field in
// the service's record, the fields of the structs, and the shape of their handlers.
type Listed struct{ Field, Name, Handler, Shape string }
