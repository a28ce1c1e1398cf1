package frameworks

// An Effect is what a call does while a request is served.
type Effect struct {
	// Status: the response's status is this argument, or StatusIs.
	Status   Arg
	StatusIs int
	// StatusBy is the method of the Status argument, an error, that says which it is.
	StatusBy string
	// Writes: the response is written (with Status, StatusIs, or what was set before).
	Writes bool
	// Unverified is a credential that is taken apart: the results, and what other arguments point to, are what anybody may have written into
	// it; the last result is an error about its form.
	Unverified Arg
	// Verifiable: what it returns may yet be verified, by whoever is given that.
	Verifiable bool
	// Unsigned: if this argument is false, or points to a struct in which the Setting is true, the result is an option, or a verifier, with which nobody
	// asks who has signed a token. ByOption: the effect is that of a call with such an option, or of such a verifier.
	Unsigned Arg
	Setting  string
	ByOption bool
	// Secret: the effect is that of a call in which this argument is nothing. KeyOf: that of a call with a function that
	// returns a key of a type that is Unsigned.
	Secret, KeyOf Arg
	// As: the call does what this function of the standard library does.
	As string
	// Verifies: what the results say of something that was taken apart, its signature proves. Says: they say what it says.
	Verifies, Says bool
	// Forwards: the request goes on to another server, with all that it says.
	Forwards bool
	// Now: what Sets has noted before is not sent with it.
	Now bool
	// Into: there is an effect only if this argument is the response (fmt.Fprint).
	Into Arg
	// Tagged: this argument is a struct, which is filled as the tags of its fields say.
	Tagged Arg
	// Opens: only the status is written, a body is still to come (WriteHeader).
	Opens bool
	// Reroutes: the request is routed again; where it goes is not known.
	Reroutes bool
	// Renders: if the Status argument has this method, it answers itself: the method is given
	// the response. Else it is an error.
	Renders string
	// Zero: the result says whether this argument is nothing; Some, whether it is something.
	Zero, Some Arg
	// Refuses: whatever the status, the answer is a refusal (http.Error).
	Refuses bool
	// Sets: Status is noted for a later write (gin's c.Status, fiber's c.Status).
	Sets bool
	// First: what was noted before stays.
	First bool
	// Abort stops the rest of a flat chain.
	Abort bool
	// Aborting is the method of the receiver that answers the same and stops the rest.
	Aborting string
	// Next runs the rest of a flat chain, or, with a Handler, that handler.
	Next bool
	// Handler: the call serves the request with this argument (http.Handler.ServeHTTP).
	Handler Arg
	// Error: the result is an error that answers with Status or StatusIs.
	Error bool
	// Codes are what the Status argument is, with the HTTP status that each stands
	// for; with one below 300, there is no error.
	Codes map[string]int
	// Answers: the result is the error of writing, nil when all is well (echo's c.JSON).
	Answers bool
	// Source is what the results come from; Key is the argument naming the header, cookie or key.
	Source Source
	Key    Arg
	// Of: if this argument comes from the request, so do the results, and nothing else happens.
	Of Arg
	// Header is the header that the results come from, where the function knows it.
	Header string
	// Anonymous gives the results that a request without credentials sees, one
	// per result: "zero" (nil, "", 0, false), "false" (whether it is there), "error" (a non-nil error), "true" (whoever
	// asks), "name" ("", and else who somebody claims to be, which is no secret), "" unknown.
	Anonymous []string
	// Role: the result is the request, the response writer, or a context. Roles are
	// those of several results.
	Role  Role
	Roles []Role
	// Record: the result is the struct that the route was registered with.
	// With a Key, what that struct, or the notes of the route, have under it, and whether they have.
	Record bool
	// Keeps: the results are derived from the receiver and arguments, nothing else happens.
	Keeps bool
	// Encodes: the first result is derived from the arguments, and the second is an error that is nil.
	Encodes bool
	// Stores: argument Value is kept in the context under Key (c.Set, context.WithValue).
	Stores Arg
	// Optional: Stores is a variadic list. Without it, the call reads.
	Optional bool
	// Leaves: argument Leaves is an error that is left for a middleware outside to
	// answer (gin's c.Error).
	Leaves Arg
	// Written: the result says whether the response was written.
	Written bool
	// Aborted: the result says whether the rest of a flat chain was stopped.
	Aborted bool
	// Exits: does not return (panics, os.Exit).
	Exits bool
	// Halts: the program ends with it, which is an act that outlives the request.
	Halts bool
	// Ends: does not return, and the answer is what was written before.
	Ends bool
	// Asks: the results are a session and an error, as for who proves nothing; see Ask.
	Asks *Ask
	// Decides: the result says whether the one that the arguments tell of may do what they
	// name (authorization by a policy).
	Decides bool
	// Puts: the method adds this argument to the map that it is called of.
	Puts Arg
	// Acts: the call changes what outlives the request, as its arguments name it; else it is one that was not read. With a
	// Statement, if that argument is one of SQL that does (ChangesRows).
	Acts      bool
	Statement Arg
	// Reaches: another server is asked; the last result is an error that only says whether it was reached.
	Reaches bool
	// Makes: the first result is a request that the program makes, to another server.
	Makes bool
	// Respells: the result is this argument in another form, or says whether it is in that.
	Respells Arg
	// Spares: the call neither writes, nor reads what a request proves.
	Spares bool
}

// A Part is a part of the request, a context or the URL: a role of its own, or a source.
type Part struct {
	Role    Role
	Source  Source
	Record  bool // it is what the route was registered with
	Kept    bool // steps put something there for later ones, as into the context
	Never   bool // it is false wherever a request is served
	Written bool // it says whether the response was written
}

// Source is where a value of the request comes from.
type Source uint8

// The sources.
const (
	NoSource      Source = iota
	SourceAuth           // a credential by its nature: Authorization, basic auth, client certificate, session token
	SourceHeader         // a header; which one decides (see HeaderSource)
	SourceCookie         // a cookie
	SourceContext        // a value an earlier step put into the context
	SourceSession        // a session's content
	SourceQuery          // query or form value; which one decides
	SourceParam          // path parameter
	SourceMethod
	SourcePath
	SourceURI     // the path and the query, as they were sent
	SourceRoute   // the pattern of the route that was found
	SourceService // the service of a remote call: the pattern less its last part and the slash before
	SourceCall    // its method: the last part of the pattern
	SourceMatch   // the route that was found; there is none before routing
	SourceName    // its name
	SourceRouting // what else routing found
	SourceHost
	SourceAddress // remote address, forwarded-for
	SourceBody
	SourceOrigin // Origin, Referer, Sec-Fetch-*
	SourceCSRF
	SourceContent // content type, length, accept, encoding
	SourceRequest // the request as a whole
	SourceURL     // the request's URL
	SourceLeft    // the errors that were left: see Effect.Leaves
	SourceField   // a field that is Kept
	SourceTLS     // the connection: that it is encrypted proves nothing, its certificates do
)
