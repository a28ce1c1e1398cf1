package frameworks

import (
	"maps"
	"strings"
)

// Signing returns what of a package has to do with who has signed something: functions by their symbols, fields and types by
// their names behind the path. Those are true that may mean that nobody is asked. It is asked for every package, so it is in no
// table that would have to be made first.
func Signing(path string) map[string]bool { return signing[path] }

// signing is that for all packages, but for functions that are given a request: who calls those sees HTTP.
func (t *Tables) signing() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	note := func(path, name string, lax bool) {
		if out[path] == nil {
			out[path] = map[string]bool{}
		}
		out[path][name] = lax
	}
	all := maps.Clone(t.effects)
	maps.Copy(all, t.signs)
	for symbol, e := range all {
		path := pathOf(symbol)
		switch {
		case e.Secret != 0:
		case e.Setting != "":
			note(path, e.Setting, true)
			note(path, symbol, false)
		case e.Unverified != 0 && !e.ByOption && e.KeyOf == 0, e.Unsigned != 0:
			note(path, symbol, true)
		case e.Unverified != 0 || e.Verifies || e.Says:
			note(path, symbol, false)
		}
	}
	for typ := range t.unsigned {
		path, name := cutLast(typ)
		note(path, name, true)
	}
	return out
}

// pathOf is the path of the package that a symbol is in.
func pathOf(symbol string) string {
	recv, _, method := strings.Cut(symbol, ").")
	if !method {
		recv = symbol
	}
	path, _ := cutLast(strings.TrimLeft(recv, "(*"))
	return path
}

// cutLast cuts a name off its path.
func cutLast(s string) (path, name string) {
	i := strings.LastIndexByte(s, '.')
	if i < 0 {
		return s, ""
	}
	return s[:i], s[i+1:]
}
