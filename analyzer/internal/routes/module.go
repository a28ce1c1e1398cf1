package routes

import "strings"

// Ours reports whether a symbol is of the program's own module, or, as far as paths tell,
// of one beside it in the same repository.
func (t *Table) Ours(symbol string) bool {
	path := strings.TrimLeft(symbol, "(*")
	if rest, ok := strings.CutPrefix(path, t.Module); ok && t.Module != "" && rest != "" && strings.ContainsRune("/.", rune(rest[0])) {
		return true
	}
	return SameRepository(t.Package, path)
}

// SameRepository reports whether a path is, by host, owner and repository, that of a
// package too.
func SameRepository(pkg, path string) bool {
	const most = 3
	a, b := strings.Split(pkg, "/"), strings.Split(path, "/")
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
