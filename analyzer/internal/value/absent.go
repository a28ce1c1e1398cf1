package value

// NotThere is the type of the nil that stands for an element which a shorter one of several lists
// does not have: nobody calls it, and it is no failure.
const NotThere = "(not there)"

// IsNotThere reports whether a value stands for an element that a list may not have.
func IsNotThere(v Value) bool {
	n, ok := v.(Nil)
	return ok && n.Type == NotThere
}
