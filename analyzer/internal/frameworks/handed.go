package frameworks

import "strings"

// A Handed is how generated code hands what a document declares of an operation to the
// function that is to hold it: in a struct that a call is given; or to whoever looks for it
// in the context, under a Key.
type Handed struct {
	// Type is that of the struct. By is, for a type that was generated too, the interface
	// beside it and how the name of its method begins, which ends in the type's name.
	Type, By string
	// Name is the field with the name of the scheme; without one it is the type's.
	Name string
	// Scopes are the fields with scopes, or roles: the first one that the type has, with those
	// that are asked for.
	Scopes []string
	// Key is how the key ends under which the scopes are put; the scheme is what stands before.
	Key string
}

// Scheme is the name of the scheme that a type stands for.
func (h Handed) Scheme(typ string) string { return typ[strings.LastIndexByte(typ, '.')+1:] }

// Handed returns how the call of a symbol hands a declaration over, in a struct of a type,
// if it does.
func (t *Tables) Handed(symbol, typ string) (Handed, bool) {
	if h, ok := t.handed[typ]; ok {
		return h, true
	}
	for _, h := range t.handedBy {
		i := strings.LastIndexByte(typ, '.')
		if i > 0 && symbol == symbolOf(typ[:i], h.By)+typ[i+1:] {
			return h, true
		}
	}
	return Handed{}, false
}

// HandedUnder is the scheme whose scopes are put under a key of the context, if any are.
func (t *Tables) HandedUnder(key string) (scheme string, ok bool) {
	for _, end := range t.handedUnder {
		if scheme, ok := strings.CutSuffix(key, end); ok && scheme != "" {
			return scheme, true
		}
	}
	return "", false
}

// symbolOf is the symbol of what "Interface.Method" names in a package.
func symbolOf(pkg, name string) string {
	recv, method, _ := strings.Cut(name, ".")
	return symbol(pkg, recv, method)
}
