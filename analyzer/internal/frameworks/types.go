// Package frameworks is the knowledge of what HTTP frameworks do, as data: which
// symbols make routers, groups and routes, when a chain is bound, how a handler
// is shaped, what a context's methods read and write. One file per framework; a
// file has no control flow, and nothing outside this package names a framework.
//
// Tables are keyed by symbol as package program spells them:
// "(*github.com/gin-gonic/gin.RouterGroup).GET", "net/http.HandleFunc".
package frameworks

// A Framework is one framework's tables.
type Framework struct {
	Name     string
	Versions string // what the tables were checked against
	// Limits say what of the framework is not understood, a sentence each.
	Limits []string
	// Packages are the import paths whose mention makes a package see HTTP.
	Packages []string
	// Shapes are the handler and middleware forms, by name.
	Shapes map[string]*Shape
	// Routers are the kinds of router, by kind.
	Routers map[string]*Router
	// Containers are the kinds of container of dependencies, by kind.
	Containers map[string]*Container
	// Zero gives the kind of router that the zero value of a Go type is.
	Zero map[string]string
	// Calls say what registration does, by symbol.
	Calls map[string]Call
	// Effects say what a call does while a request is served, by symbol.
	Effects map[string]Effect
	// Fields say what reading a field gives, keyed by what it is read from:
	// "request.Method", "context.Request", "url.Path".
	Fields map[string]Part
	// Roles are Go types that are the request or a context wherever they appear.
	Roles map[string]Role
	// Handlers are named function types whose functions are steps of a chain, whatever they
	// are given of the request.
	Handlers []string
	// Errors are package variables holding errors that answer with a status, by symbol.
	Errors map[string]int
	// Unsigned are the types of what stands in the place of a key, and with which nobody asks who has signed a token.
	Unsigned []string
	// Along are functions whose bodies go along with that of another one, by its symbol:
	// methods that packages call on what it makes without importing the framework.
	Along map[string][]string
	// Absent are the types of keys for which nothing is in the context before a step that
	// asks for it, but what it puts there itself.
	Absent []string
	// CleansPath are steps that clean the path that is looked for, and leave the request's as
	// it was sent.
	CleansPath []string
	// TakesOver are steps that may take the connection over, and serve by themselves the further
	// requests that come on it: what stands before them is asked for the first one only.
	TakesOver []string
	// Quiet are the packages whose functions only compute, or write into a log, but for those that end the program
	// by their name.
	Quiet []string
	// NoResponse are types to write into that never are the response, nor have it.
	NoResponse []string
	// Verdicts are the types of answers about who asks, with the field that says whether
	// the answer is good.
	Verdicts map[string]string
	// Handed are the ways in which generated code hands over what a document declares.
	Handed []Handed
	// Tags are the keys of struct tags that say where a field of the input comes from.
	Tags map[string]Source
	// Codes are the types of codes that errors carry, with the statuses that their numbers stand for.
	Codes map[string]map[string]int
	// Globals are package variables that hold a router, by symbol, with its kind.
	Globals map[string]string
	// Maps are package variables that hold a map which programs fill, by symbol, with its type.
	Maps map[string]string
}

// A Router is a kind of router: what its chain reaches.
type Router struct {
	Type  string // Go type without pointer
	Shape string // of its handlers
	// Bind says when a route takes the router's own middleware.
	Bind Bind
	// Inherit says when a child takes the parent's.
	Inherit Inherit
	Join    Join
	// Shares: a child is a view of its parent's routes. Served by itself it serves
	// them all, without what the parent puts around them.
	Shares bool
	// FirstWins: of several entries that match, the first one registered serves.
	FirstWins bool
	// KeepsList: a route keeps the list of middleware that it is given and reads it
	// when a request comes; what is written into the list meanwhile counts.
	KeepsList bool
	// Extends: a child that is given no middleware of its own goes on with its parent's
	// list and shares the array, as append has it: what one of them adds later may take the
	// place of what the other one has added.
	Extends bool
	// Places are where middleware with a Place stands, by its number: before routing
	// ("pre"), before the handler (""), or behind it ("after"). Those before the handler
	// are passed in this order.
	Places []string
	// Ranked: the steps of a route and of all routers above are put in the order of their
	// ranks; of two with one name, the later takes the place of the other one.
	Ranked bool
	// AnyPrefix: the path of positional middleware may end within a word: /admin
	// is also for /administrator.
	AnyPrefix bool
	// MindsCase and MindsSlash are fields without which paths are found whatever the case of
	// their letters, and with one more slash at their end. Cleans is one with which the path
	// is cleaned to find it. The request has it as it was sent.
	MindsCase, MindsSlash, Cleans string
	// FindsClean: paths are cleaned to find them, with a slash at their end or without; the
	// request has them as they were sent.
	FindsClean bool
	// KeepsNames: what a request has for a parameter is in the context, under the parameter's name.
	KeepsNames bool
	// OnlyClean: who asks for a path that is not clean is sent to the clean one.
	OnlyClean bool
	// Replaces: registering the same method and pattern again replaces the first one.
	Replaces bool
	// Relative: registered on another one of its framework, it has patterns that
	// continue the one it is registered under.
	Relative bool
	// Subtree: a pattern that ends in a slash matches whatever lies below it.
	Subtree bool
	// ChildrenFirst: what was registered on the routers below is looked through before its own.
	ChildrenFirst bool
	// Notes: routers and routes say things of themselves under keys, for steps that ask. A route
	// has what the routers above it say, unless it says something else.
	Notes bool
	// Guest: it registers its routes on its parent, by the rules of that.
	Guest bool
	// Spelling are pairs of what stands in a guest's patterns and what its parent
	// writes for that: {id} and :id.
	Spelling []string
	// Fallback fields: set to a handler, they serve what no route matches.
	Fallbacks map[string]string
}

// Bind is the moment at which middleware and route meet.
type Bind int

// Live: order of Use and registration does not matter. Snapshot: a route has
// what was there when it was registered. Positional: middleware and routes are one
// list, in which a request passes all that matches its path, in the order of
// registration; a router that is mounted stands where it was mounted (fiber).
const (
	Live Bind = iota
	Snapshot
	Positional
)

// Inherit is how a child router comes by its parent's middleware.
type Inherit int

// InheritLive: through the parent, by the parent's own Bind. InheritCopy: the
// parent's chain is copied when the child is made, and later changes do not reach it.
const (
	InheritLive Inherit = iota
	InheritCopy
)

// Join is how a prefix and a pattern become one.
type Join int

// JoinConcat appends. JoinClean is path.Join keeping a final slash (gin).
// JoinMount treats the prefix as a mount point: one slash between (chi).
// JoinTrim appends to the prefix less its final slashes (gorilla/mux).
// JoinNone: patterns stand for themselves. JoinSlash puts one slash between, also where
// the pattern is empty (go-restful). JoinPath is path.Join (iris). JoinBare appends, but of a
// pattern that is a slash nothing, where there is a prefix (goyave).
const (
	JoinConcat Join = iota
	JoinClean
	JoinMount
	JoinTrim
	JoinNone
	JoinSlash
	JoinPath
	JoinBare
)

// A Shape is the form of a framework's handlers and how a chain of them runs.
type Shape struct {
	Name string
	// Params are the roles of a handler's parameters.
	Params []Role
	// Types are the types of those, for functions that have others besides; the program need not name FuncType.
	Types []string
	// Method is the method of the handler interface: "ServeHTTP"; empty if handlers are functions only.
	Method string
	// Interface is the type of handlers that are objects, FuncType that of functions that
	// are handlers, if these are two.
	Interface, FuncType string
	// Wrap: middleware is a function from the next handler to a handler; otherwise
	// middleware and handlers are one flat list, each of which goes on unless it aborts.
	Wrap bool
	// Explicit: in a flat list, each goes on only if it calls the next one.
	Explicit bool
	// UntilWritten: in a flat list, each goes on unless the response is written.
	UntilWritten bool
	// Inject: handlers are functions of any parameters, each of which gets what its type
	// says. These types are known; other values were put into the context by an earlier step.
	Inject map[string]Role
	// WritesResults: what a handler returns is written: an int and a text, a text, or an
	// error, if there is one, with ErrorStatus.
	WritesResults bool
	// MiddlewareMethod is the method of a middleware interface, if there is one.
	MiddlewareMethod string
	// For: as middleware, it is passed by the routes whose handlers have one of these
	// shapes, and by no others.
	For []string
	// Checks: as middleware, it returns an error, and the request goes on if that is nil.
	Checks bool
	// Glue: the handler was generated, and what it calls with the request through an
	// interface is what its author wrote.
	Glue bool
	// ReturnsError: the handler's (last) result is an error that ends in a response.
	ReturnsError bool
	// ErrorHandler is the field of the router that holds the function which answers
	// for returned errors; ErrorParams are its parameters' roles, RoleNone the error.
	ErrorHandler string
	ErrorParams  []Role
	// ErrorMethod is the method by which an error says its status to the router's
	// own error handler; "" if only the framework's own errors have one: those of
	// ErrorType.
	ErrorMethod string
	ErrorType   string
	// ErrorUnwraps: the framework's error handler finds its own errors in others that
	// wrap them.
	ErrorUnwraps bool
	// InputMethod is the method by which the input checks itself before the handler is
	// called: it is given a context, and returns a list of errors. InputStatus is the
	// status of those that carry none.
	InputMethod string
	InputStatus int
	// ErrorStatus is the status of a returned error that carries none, Silent that of an answer
	// which nobody wrote, if it is not 200.
	ErrorStatus, Silent int
}

// Role is what a handler's parameter is.
type Role uint8

// The roles.
const (
	RoleNone    Role = iota
	RoleWriter       // writes the response
	RoleRequest      // the request
	RoleContext      // both in one: gin.Context, echo.Context
	RoleNext         // continues the chain when called
	RoleValues       // the request's context.Context
	RoleInput        // a struct that is filled from the request, as its tags say
	RoleHeader       // the request's header
	RoleTLS          // the connection: see SourceTLS
	RoleCall         // says which route was found, and nothing else of the request
	RoleRecord       // what the route was registered with
	RoleDecode       // a function that fills what it is given from the body
	RoleNil          // nil
	RoleSession      // a session that there is for everybody: who is nobody has nothing in it
)

// An Arg names an argument: 1 is the first parameter, 2 the second (a method's
// receiver does not count), Recv the receiver, 0 none.
type Arg int

// Recv is a method's receiver.
const Recv Arg = -1

// Index is where the argument is in a call, of which a method's receiver is the first one; -1 if there is none.
func (n Arg) Index(method bool) int {
	switch {
	case n == Recv:
		return 0
	case n == 0 || !method:
		return int(n) - 1
	}
	return int(n)
}

// Proxy is the role of a leaf handler that hands requests on to another server.
const Proxy = "proxy"

// A Call is what a registration function does. Which fields mean something
// depends on Op.
type Call struct {
	Op   Op
	Kind string // router kind that is made
	Join *Join  // overrides the child's

	Methods    []string // Route: fixed methods; {"*"} is any
	Method     Arg      // Route: a method, or a slice of methods
	Any        []string // Route: what as a method stands for any
	Host       Arg
	Hosts      Arg // New: a map from hosts to the routers that serve them, before anything of the new one
	Pattern    Arg // route pattern or prefix
	Codes      Arg // Pattern: the program that it is compiled to, with the texts of the Pool, and
	Pool       Arg
	Verb       Arg // what follows a colon at its end
	Name       Arg // of a route, or a list of names of middleware
	Handler    Arg // one handler
	First      Arg // what stands before the Handlers; Use, Group: before the Middleware
	Handlers   Arg // flat list; the last one is the endpoint
	Middleware Arg // variadic middleware
	Options    Arg // New, Group, Route: a list of what OpOption made
	Mixed      Arg // Use: a list of prefixes, middleware and routers to mount
	Config     Arg // New: a list of structs whose fields the router has
	Func       Arg // function called with the child router, or several, or objects with the FuncMethod
	FuncMethod string
	// Init is the method of what the call is given that is called first, with the router.
	Init string
	// Key and Value are what is noted of a router or a route: see Notes. Without a Value, it is
	// noted no more.
	Key, Value Arg
	Set        string
	// before all else. "none" takes away what it has, "instead" too, and adds Middleware, "fewer" perhaps some of it, "without" that of the names Name, for what there is and for what the router registers later. "shape":
	Router Arg
	// On is the package variable holding the router that a plain function acts
	// on, or that is served when the handler is nil: "net/http.DefaultServeMux".
	On string
	// Record: the arguments are these Fields of the struct that is given.
	// The other arguments are numbered after them. Records: so are those of each struct
	// of a list, one call for each.
	Record  Arg
	Records Arg
	Fields  []string
	// Declares is the field of the Record that lists, for a document, the security that
	// the route declares: maps by the name of the scheme, one of which must hold.
	Declares string
	// Secures is a list of such maps, which an option declares for the route that it is given to.
	Secures Arg
	// Lists are the lists in the Record of a service, Given what its handlers are given.
	// Given also names the route to who reads the program.
	Lists []Listed
	Given Arg
	// Below are prefixes, of each of which the child makes one route of every route.
	Below Arg
	// Described: the new router has the routes that a document describes.
	Described *Described
	// Brings are the routes that come with a new router, as its Config says.
	Brings []Brought
	// Named is how the names of methods begin that are called (OpRun).
	Named string
	// Make is the function that makes an option's middleware of the call's own arguments, by symbol.
	Make string
	// Patterns are what an imported package registers (OpImport), Holds the package
	// variable with the router that serves them, if one does.
	Patterns []string
	Holds    string
	// Listener is what Serve takes connections from. Local: from a socket of the machine.
	Listener Arg
	Local    bool
	// Field: Serve takes the handler from this field of the receiver, others the router.
	Field string
	// Steps are middleware that the framework adds itself (gin.Default), by symbol.
	Steps []string

	// Plain: the Handler is a function, where the shape has handlers that are objects too.
	// Instead is the method that takes those, if there is one.
	Plain   bool
	Instead string
	// ParsePattern: the pattern may begin with a method and a host (net/http, chi's Handle).
	ParsePattern bool
	// Suffix is appended to the pattern that is registered ("/*" of static files).
	Suffix string
	// Strip: the handler sees the path without the prefix.
	Strip bool
	// Shape overrides the shape of the handlers or middleware given.
	Shape string
	// Shapes are those of the middleware of an option that is for handlers of several.
	Shapes []string
	// HandlerShape is that of the Handler, where middleware has another one.
	HandlerShape string
	// Late: a fallback passes what the router has when serving begins, not what it
	// has now.
	Late bool
	// Within: the Func gets no router. What it registers on the receiver itself is in the
	// group. Without Func, the Middleware comes after that of such groups.
	Within bool
	// Step: middleware are structs, of which these fields are the function, its name and its rank.
	Step []string
	// Bare: what is registered passes nothing of what the router has.
	Bare bool
	// Asks: what is made (OpWrap) asks for a session first.
	Asks *Ask
	// Static names a leaf handler's role, "static", for handlers without a body here.
	Static string
	// Inject says what the call has to do with a container of dependencies.
	Inject    Inject
	Container Arg
	Parts     Arg
	// Actions: the Handler is an object, and its methods are registered.
	Actions *Actions
	// Covers is the pattern of the paths that the middleware is for, whatever is registered
	// where. Place is a number that says where it stands: see Places of the router. With any
	// argument Unsure it counts only if the Doubt is none.
	Covers, Place, Unsure Arg
	Doubt                 string
	// Returns says what the call's result is.
	Returns Returns
}

// Op is what a Call does.
type Op int

// The operations.
const (
	OpNone       Op = iota
	OpNew           // makes a router of Kind, with Middleware, and with the Pattern before its own; with a Handler, one that serves this under the Pattern
	OpUse           // changes what the receiver has: see Set
	OpGroup         // makes a child of Kind under Pattern with Middleware; calls Func with it
	OpRoute         // registers
	OpService       // registers what the Lists of a record say, below the name in its first field
	OpMount         // attaches Handler (often a router) under Pattern
	OpTake          // takes over what the router Handler has, routes and middleware, below the Pattern
	OpFallback      // registers for what nothing else matches
	OpServe         // serves Handler (Recv: the receiver; a Nil handler is Kind's global router)
	OpAdapt         // result is Handler as a handler of Shape
	OpAdaptMW       // result is the middleware Handler as middleware of Shape
	OpWrap          // result is a handler of Shape that passes every request on to Handler (StripPrefix: Strip, Pattern)
	OpLeaf          // result is a handler that acts by itself: Static
	OpChain         // result is Handler wrapped in the Middleware list
	OpRouteNew      // makes a route under construction on the receiver; Pattern, Handler, Methods, Set as given
	OpRouteSet      // refines the receiver route: see Set; calls each Func with it
	OpRouteDraft    // makes a route under construction that is not registered: its last path counts
	OpRouteAdd      // registers the drafts Handler as they are now
	OpPrefix        // the receiver's prefix is now the Pattern
	OpSubrouter     // makes a router from the receiver route
	OpImport        // the initializer of a package that registers the Patterns on the On router
	OpOption        // result is an option that gives Middleware (of Make) or the prefix Pattern to what it is for, or calls Func with it
	OpPattern       // result is a pattern as text: Methods and Pattern
	OpInject        // has to do with a container of dependencies: see Inject
	OpRun           // calls Func, sooner or later, with what is not known before; or, with a Router, now, with that in the place of each parameter; or its method Set at the end; or, with Named, its methods of such names with the Router
	OpDocument      // result is the document Config, or, with Set, its "base", or the "requirements" or "schemes" of the Handler
	OpSelf          // does nothing that matters; result is the receiver
	OpNop           // does nothing that matters; result is unknown
)

// Returns is what a Call's result is.
type Returns int

// The results.
const (
	ReturnsNothing Returns = iota
	ReturnsSelf
	ReturnsChild
	ReturnsRoute
)
