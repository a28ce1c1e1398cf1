// Package open says which paths are open.
package open

var Paths = []string{"/open", "/health"}

var Set = map[string]bool{"/set": true}
