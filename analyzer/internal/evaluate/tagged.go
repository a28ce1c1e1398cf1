package evaluate

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Routes whose pattern and methods are a tag: of a field that is embedded in what the
// function takes.

// tags registers every method of the object's type by its tag.
func (o *actor) tags(object value.Iface) {
	names := o.exported()
	isSpecial := func(name string) bool { return slices.Contains(o.of.Special, name) }
	special := slices.ContainsFunc(names, isSpecial)
	for _, name := range slices.DeleteFunc(names, isSpecial) {
		symbol, self, ok := o.m.dispatch("(object)."+name, object)
		fn := o.m.prog.Func(symbol)
		if !ok || fn == nil {
			o.noteHere("the method " + name + " of " + short(o.typ) + " is not known")
			continue
		}
		h := &value.Func{Symbol: symbol, Fn: fn, Recv: self, Pos: fn.Pos}
		if special {
			o.noteHere("what " + short(o.typ) + " does before and after its methods is not followed")
			h.Fn = nil
		}
		o.tagged(h, fn, len(fn.Params)-1, name)
	}
}

// tagged registers a function that has so many parameters, besides a receiver.
func (o *actor) tagged(h *value.Func, fn *program.Func, params int, name string) {
	form := o.m.tables.Shape(o.of.Forms[params])
	if form == nil {
		o.noteHere("the form of " + short(fn.Name) + " is none of a handler")
		return
	}
	pattern, methods := "", []string{"*"}
	if params > 1 {
		pattern, methods = o.tagOf(fn)
	}
	below := func(path string) value.Text { return value.Concat(o.text(o.call.Pattern), value.String(path)) }
	switch {
	case pattern == "" && name == "":
		pattern = "/"
	case pattern == "":
		pattern = "/" + hyphened(name)
		if strings.EqualFold(name, o.of.Index) && params == 1 {
			o.entry(h, form, methods, below("/"))
		}
	}
	o.entry(h, form, methods, below(pattern))
}

// tagOf is what the tag of a function's input says: of the outermost field that has one.
func (o *actor) tagOf(fn *program.Func) (pattern string, methods []string) {
	seen := map[string]bool{}
	for level := []string{fn.Params[len(fn.Params)-1].Type}; len(level) > 0; {
		var inner []string
		for _, name := range level {
			t := o.m.prog.Type(strings.TrimPrefix(name, "*"))
			if t == nil || seen[name] {
				continue
			}
			seen[name] = true
			for _, f := range t.Fields {
				path, some := reflect.StructTag(f.Tag).Lookup(o.of.Tag[0])
				method, more := reflect.StructTag(f.Tag).Lookup(o.of.Tag[1])
				switch {
				case !f.Embedded:
				case some || more:
					return strings.TrimRight(path, "/"), methodsOf(method)
				default:
					inner = append(inner, f.Type)
				}
			}
		}
		level = inner
	}
	return "", []string{"*"}
}

func methodsOf(list string) []string {
	if list == "" || strings.EqualFold(list, "all") {
		return []string{"*"}
	}
	return strings.Split(strings.ToUpper(strings.ReplaceAll(list, " ", "")), ",")
}

// hyphened writes a name in lower case, with a hyphen before every further word.
func hyphened(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
