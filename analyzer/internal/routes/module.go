package routes

import "strings"

// SameModule reports whether a symbol is, by its import path, of the module of a
// package, as far as paths tell: host, owner and repository.
func SameModule(pkg, symbol string) bool {
	const most = 3
	a, b := strings.Split(pkg, "/"), strings.Split(strings.TrimLeft(symbol, "(*"), "/")
	if !strings.Contains(a[0], ".") {
		a = a[:1]
	}
	for i := range min(most, len(a), len(b)) {
		last := i == len(b)-1
		if a[i] != b[i] && !(last && strings.HasPrefix(b[i], a[i]+".")) {
			return false
		}
	}
	return true
}
