package guard

import (
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A function may keep what it has found out, where it has looked whether it is there already:
//
//	if tables[name] == nil {
//		tables[name] = describe(kind)
//	}
//
// Nobody has asked for that to be done, and the next one finds what this one did. It may also count how often
// somebody comes from one place, under that, and delete what is too old:
//
//	seen, ok := hits[host(r)]
//	if !ok {
//		hits[host(r)] = &count{since: now()}
//	}

// keepsFound reports whether a function that a check calls writes what it has looked for, of which the request
// says no more than where it comes from.
func (a *activation) keepsFound(written []av, st *state) bool {
	return !a.own() && a.info.findings() && a.spread(written, st).lab&^Address == 0
}

// own reports whether the function is the one that the layer is named after, or a part of it.
func (a *activation) own() bool {
	return a.layer >= 0 && a.layer < len(a.layers) && trimClosure(a.layers[a.layer].name) == trimClosure(a.fn.Name)
}

// keepsFindings reports whether all that a function stores, besides what is its own, is stored where it
// has looked for it, and deleted from there.
func keepsFindings(fn *program.Func) bool {
	paths := map[int]string{} // of what registers hold: where it was read
	for i := range len(fn.Params) + len(fn.Free) {
		paths[i] = strconv.Itoa(i)
	}
	pathOf := func(o program.Operand) string {
		switch o.Kind {
		case program.Global:
			return o.Sym
		case program.Register:
			return paths[o.Reg]
		}
		return ""
	}
	var looked, stored []string
	for in := range fn.All() {
		switch in.Op {
		case program.FieldAddr, program.Field:
			paths[in.Dst] = extend(pathOf(in.Args[0]), "."+strconv.Itoa(in.N))
		case program.Load, program.ChangeType, program.MakeIface:
			paths[in.Dst] = pathOf(in.Args[0])
		case program.Extract:
			if in.N == 0 { // what was found, and not whether anything was
				paths[in.Dst] = pathOf(in.Args[0])
			}
		case program.Lookup:
			paths[in.Dst] = extend(pathOf(in.Args[0]), "[]")
			if in.N == 1 {
				looked = append(looked, pathOf(in.Args[0]))
			}
		case program.BinOp:
			if (in.Sym == "==" || in.Sym == "!=") && (in.Args[0].IsNil() || in.Args[1].IsNil()) {
				looked = append(looked, strings.TrimSuffix(pathOf(in.Args[0])+pathOf(in.Args[1]), "[]"))
			}
		case program.Alloc, program.MakeMap, program.MakeSlice:
			paths[in.Dst] = "own"
		case program.Store, program.MapUpdate:
			stored = append(stored, pathOf(in.Args[0]))
		case program.Call:
			if in.Sym == "builtin.delete" {
				stored = append(stored, pathOf(in.Args[0]))
			}
		}
	}
	for _, to := range stored {
		if to != "own" && !strings.HasPrefix(to, "own.") && !below(to, looked) {
			return false
		}
	}
	return true
}

func extend(path, by string) string {
	if path == "" {
		return ""
	}
	return path + by
}

// below reports whether a path leads to, or into, one of others.
func below(path string, others []string) bool {
	for _, o := range others {
		if rest, ok := strings.CutPrefix(path, o); ok && o != "" && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return true
		}
	}
	return false
}
