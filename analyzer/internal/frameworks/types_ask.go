package frameworks

// An Ask is a library's own check, whose body says nothing because it asks another server: it
// refuses with 401 who has no session.
type Ask struct {
	// Options is the address of a struct, or nil.
	Options Arg
	// Required is its field that points to false where those pass who have none, More one that
	// holds a function where more is asked for: what the function names, else the answer is 403.
	Required, More string
}
